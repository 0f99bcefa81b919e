package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.platform.WrongSetting;

/// Nothing set is no such way in; half of it, or without TLS, stops the start with a sentence.
class ProviderSettingsTests {

    private static final String SCOPES = "openid email profile";

    private static ProviderSettings settings(String issuer, String client, String secret, String file) {
        return new ProviderSettings(issuer, client, secret, file, "", SCOPES);
    }

    @Test
    void without_settings_there_is_no_provider() {
        var none = settings("", "", "", "");
        assertThat(none.present()).isFalse();
        assertThat(none.name()).isEmpty();
    }

    @Test
    void half_of_it_stops_the_start() {
        assertThatThrownBy(() -> settings("", "wirknetz", "", ""))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("WIRKNETZ_OIDC_ISSUER is missing");
        assertThatThrownBy(() -> settings("https://login.example", "", "", ""))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("WIRKNETZ_OIDC_CLIENT_ID is missing");
        assertThatThrownBy(() -> new ProviderSettings("https://login.example", "w", "", "", "", "openid"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("WIRKNETZ_OIDC_SCOPES");
    }

    @Test
    void an_issuer_without_tls_stops_the_start_unless_it_is_this_machine() {
        for (var wrong : new String[] {"http://login.example", "login.example", "https://a@b.example", "https://x y"}) {
            assertThatThrownBy(() -> settings(wrong, "wirknetz", "", "")).isInstanceOf(WrongSetting.class);
        }
        assertThat(settings("http://localhost:8180/realms/netz", "wirknetz", "", "")
                        .present())
                .isTrue();
    }

    @Test
    void the_secret_may_lie_in_a_file(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "geheim\n");
        assertThat(settings("https://login.example", "w", "", file.toString()).secret())
                .isEqualTo("geheim");
        assertThatThrownBy(() -> settings(
                        "https://login.example",
                        "w",
                        "",
                        folder.resolve("fehlt").toString()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("CLIENT_SECRET_FILE");
    }
}
