package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A summary of the office's neutrality as it is read: by the office, by everybody with a seat, or by anybody.
///
/// @param lead what was looked at, and what stands out
/// @param told how partners feel treated and which interests are laid open, in sentences
/// @param remark of the office; empty where there is none
/// @param office what the office does with it; null for everybody else
public record SummaryPage(
        String period,
        String lead,
        List<Part> parts,
        List<String> told,
        String remark,
        @Nullable Office office) {

    /// One thing that was handed out.
    ///
    /// @param sentences what it comes to, beside chance
    public record Part(String id, String title, List<String> sentences, List<Line> lines) {}

    /// @param chance in words; empty where nothing is said of it
    /// @param field of the form in which the office explains it; empty where nothing stands out
    /// @param reason of the office; empty while it has given none
    public record Line(
            String group, int partners, int cases, String expected, String chance, String field, String reason) {

        public boolean standsOut() {
            return !field.isEmpty();
        }
    }

    /// @param address of the page for everybody, where it is open
    public record Office(UUID id, int version, boolean published, String address) {

        public boolean isOpen() {
            return !address.isEmpty();
        }
    }

    /// One in the list.
    ///
    /// @param state draft, published or open: key of the words
    public record Drawn(UUID id, String period, String state) {}
}
