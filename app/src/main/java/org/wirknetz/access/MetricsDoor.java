package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.WrongSetting;

/// Figures about the running program are for the machine itself, and for whoever shows the token of
/// `WIRKNETZ_METRICS_TOKEN` or `WIRKNETZ_METRICS_TOKEN_FILE`. A request that came through a proxy is not from the
/// machine, whatever address it names.
@Component
class MetricsDoor {

    private static final int SHORTEST = 16;

    private final byte[] token;

    MetricsDoor(
            @Value("${wirknetz.metrics.token:}") String token, @Value("${wirknetz.metrics.token-file:}") String file) {
        var read = token.isBlank() && !file.isBlank() ? read(file) : token.strip();
        if (!read.isEmpty() && read.length() < SHORTEST) {
            throw new WrongSetting("platform.setting.metrics-token", SHORTEST);
        }
        this.token = read.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new WrongSetting("platform.setting.metrics-token-file", file);
        }
    }

    boolean opensTo(HttpServletRequest request) {
        return showsToken(request) || fromThisMachine(request);
    }

    private boolean showsToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (token.length == 0 || header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) return false;
        return MessageDigest.isEqual(token, header.substring(7).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fromThisMachine(HttpServletRequest request) {
        var forwarded = Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP")
                .anyMatch(it -> request.getHeader(it) != null);
        return !forwarded && List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1").contains(request.getRemoteAddr());
    }
}
