package org.wirknetz.platform.web;

/// The network whose workspace is open, as the frame shows it.
public record NetworkSign(String slug, String name, boolean demo) {
    public String base() {
        return "/w/" + slug;
    }
}
