package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

    /// A press of "send" without the cookie is noted with its path, and some paths are themselves the way in.
    @Test
    void a_secret_in_a_path_is_not_written_down(CapturedOutput output) {
        var secret = "mZ3x-4kQ_pL8vT1rWb7yN0sHc5dGjE2uFaXoKiRzV9M";
        var log = new SecurityLog();
        log.note("request.without-token", "path", "/n/lindenfurt/surveys/" + secret + "/answers");
        log.note("request.without-token", "path", "/invitation/" + secret);
        log.note("request.without-token", "path", "/calendar/" + secret + ".ics");
        log.note("seat.changed", "path", "/w/lindenfurt/people/0cb12b38-6986-43e6-9d7b-00d45d2f6b70/cells");
        assertThat(output)
                .doesNotContain(secret.substring(0, 8))
                .contains("path=/n/lindenfurt/surveys/_secret_/answers")
                .contains("path=/invitation/_secret_", "path=/calendar/_secret_.ics")
                .contains("/people/0cb12b38-6986-43e6-9d7b-00d45d2f6b70/cells");
    }
}
