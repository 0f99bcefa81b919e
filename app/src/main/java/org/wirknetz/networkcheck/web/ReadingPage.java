package org.wirknetz.networkcheck.web;

import java.util.List;

/// How to read the figures, chapter by chapter.
public record ReadingPage(List<Part> parts) {

    public record Part(Chapter chapter, List<Measure> measures) {}

    /// @param lines what it says, what it does not say, a good question
    public record Measure(String id, String title, List<String> lines) {}
}
