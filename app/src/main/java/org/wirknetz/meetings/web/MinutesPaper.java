package org.wirknetz.meetings.web;

import java.util.Arrays;
import java.util.List;
import org.wirknetz.meetings.MinutesText;

/// Minutes to take along, set from their text.
///
/// @param subject what kind of paper it is, for the properties of the file
/// @param foot fingerprint and day of approval, or that it is a draft
public record MinutesPaper(String title, String subject, List<Block> blocks, String foot) {

    /// @param lines of one paragraph, each on its own line
    public record Block(boolean heading, List<String> lines) {}

    static MinutesPaper of(String text, String subject, String foot) {
        var blocks = Arrays.stream(text.strip().split("\n\n"))
                .map(it -> it.startsWith(MinutesText.HEADING)
                        ? new Block(true, List.of(readable(it.substring(MinutesText.HEADING.length()))))
                        : new Block(
                                false,
                                Arrays.stream(it.split("\n"))
                                        .map(MinutesPaper::readable)
                                        .toList()))
                .toList();
        return new MinutesPaper(
                String.join(" ", blocks.getFirst().lines()),
                readable(subject),
                blocks.subList(1, blocks.size()),
                readable(foot));
    }

    /// XML 1.0 has no place for control characters, and half a character is none.
    private static String readable(String text) {
        return text.codePoints()
                .filter(it ->
                        it >= 0x20 && !(it >= 0xD800 && it <= 0xDFFF) && it != 0xFFFE && it != 0xFFFF || it == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
