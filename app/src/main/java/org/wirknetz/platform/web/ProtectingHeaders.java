package org.wirknetz.platform.web;

import java.util.Map;

/// The headers of an answer that no filter has seen. Every other answer gets the same ones from the filters.
public final class ProtectingHeaders {

    /// What a page may load, and from where: from this house only, and no script or style written into the page.
    public static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=()";

    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            CONTENT_POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            PERMISSIONS,
            "Cache-Control",
            "no-cache, no-store, max-age=0, must-revalidate");

    private ProtectingHeaders() {}
}
