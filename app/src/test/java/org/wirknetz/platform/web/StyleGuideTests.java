package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fragment once, in both languages; the pages lie in `target/style-guide` to look at.
class StyleGuideTests {

    static Stream<Map.Entry<String, String>> pages() {
        return Stream.of(Locale.GERMAN, Locale.ENGLISH)
                .flatMap(locale -> Stream.of("light", "dark")
                        .flatMap(theme -> new StyleGuide(locale, theme)
                                .pages().entrySet().stream()
                                        .map(page -> Map.entry(
                                                page.getKey() + "-" + locale + "-" + theme, page.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_word_is_said_and_nothing_stands_inline(Map.Entry<String, String> page) throws IOException {
        var folder = Files.createDirectories(Path.of("target/style-guide"));
        Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());

        assertThat(page.getValue()).doesNotContainPattern("\\?[a-z]+\\.[a-z.-]+\\?");
        assertThat(page.getValue()).doesNotContainPattern("\\sstyle=").doesNotContainPattern("\\son[a-z]+=");
        assertThat(page.getValue())
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContain("<style");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_has_one_heading_one_main_and_a_language(Map.Entry<String, String> page) {
        assertThat(page.getValue().split("<h1", -1)).hasSize(2);
        assertThat(page.getValue().split("<main", -1)).hasSize(2);
        assertThat(page.getValue()).containsPattern("<html lang=\"(de|en)\" data-theme=\"(light|dark)\"");
    }
}
