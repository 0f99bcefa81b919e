package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.wirknetz.platform.KeptDocument;

/// Hands out a file that somebody brought: always to be saved, never shown by the browser, kept by no cache.
public final class Download {

    private Download() {}

    public static void of(KeptDocument document, HttpServletResponse response) throws IOException {
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(document.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        document.writeTo(response.getOutputStream());
    }
}
