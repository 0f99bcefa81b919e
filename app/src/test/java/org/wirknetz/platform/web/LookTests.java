package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/// Measures the colours of `tokens.css` against each other, as WCAG 2.2 does, in light and dark.
class LookTests {

    private static final Pattern BOTH =
            Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");
    private static final List<String> GROUNDS = List.of("surface", "surface-raised");

    /// Ink that people read, and each ground it is printed on.
    static Stream<Pair> read() {
        var plain = Stream.of("text", "text-muted", "accent", "accent-strong", "good", "notice", "urgent")
                .flatMap(ink -> GROUNDS.stream().flatMap(ground -> both(ink, ground)));
        var special = Stream.of(
                        List.of("text", "surface-sunken"),
                        List.of("text-muted", "surface-sunken"),
                        List.of("text", "accent-soft"),
                        List.of("accent", "accent-soft"),
                        List.of("accent-text", "accent"),
                        List.of("accent-text", "accent-strong"),
                        List.of("text", "notice-soft"),
                        List.of("notice", "notice-soft"),
                        List.of("text", "good-soft"),
                        List.of("text", "urgent-soft"),
                        List.of("urgent", "urgent-soft"),
                        List.of("surface-raised", "urgent"),
                        List.of("surface-raised", "text"),
                        List.of("text", "mark"))
                .flatMap(pair -> both(pair.getFirst(), pair.getLast()));
        return Stream.concat(plain, special);
    }

    /// Borders that mean something, the focus ring, and the marks of the actor groups.
    static Stream<Pair> seen() {
        var marks = IntStream.rangeClosed(1, 8).mapToObj(group -> "group-" + group);
        return Stream.concat(Stream.of("line-strong", "focus"), marks)
                .flatMap(ink -> GROUNDS.stream().flatMap(ground -> both(ink, ground)));
    }

    @ParameterizedTest
    @MethodSource("read")
    void what_is_read_stands_out_at_least_four_and_a_half_to_one(Pair pair) throws IOException {
        assertThat(pair.contrast(tokens(false))).as(pair.toString()).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("seen")
    void what_carries_meaning_stands_out_at_least_three_to_one(Pair pair) throws IOException {
        assertThat(pair.contrast(tokens(false))).as(pair.toString()).isGreaterThanOrEqualTo(3.0);
    }

    @ParameterizedTest
    @MethodSource("read")
    void who_asks_for_more_contrast_gets_seven_to_one(Pair pair) throws IOException {
        assertThat(pair.contrast(tokens(true))).as(pair.toString()).isGreaterThanOrEqualTo(7.0);
    }

    private static Stream<Pair> both(String ink, String ground) {
        return Stream.of(new Pair(ink, ground, false), new Pair(ink, ground, true));
    }

    record Pair(String ink, String ground, boolean dark) {

        double contrast(Map<String, String[]> tokens) {
            var one = luminance(Objects.requireNonNull(tokens.get(ink))[dark ? 1 : 0]);
            var other = luminance(Objects.requireNonNull(tokens.get(ground))[dark ? 1 : 0]);
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        }

        private static double luminance(String colour) {
            return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
        }

        private static double channel(String colour, int at) {
            var share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }
    }

    /// Name to light and dark value; the set of `prefers-contrast: more` lies over the usual one.
    private static Map<String, String[]> tokens(boolean strong) throws IOException {
        var css = new ClassPathResource("static/assets/css/tokens.css").getContentAsString(StandardCharsets.UTF_8);
        var parts = css.split(Pattern.quote("@media (prefers-contrast: more)"), 2);
        var tokens = new HashMap<String, String[]>();
        Stream.of(parts)
                .limit(strong ? 2 : 1)
                .forEach(part -> BOTH.matcher(part)
                        .results()
                        .forEach(found -> tokens.put(found.group(1), new String[] {found.group(2), found.group(3)})));
        return tokens;
    }
}
