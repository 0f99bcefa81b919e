package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every sentence stands in `words/`, in both languages. Seen failing with a missing key and with text in a template.
class WordsTests {

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z][A-Za-z0-9._-]+)\"\\s*[,)]");
    private static final Pattern REFUSED = Pattern.compile(
            "(?:new Refused|redirects\\.(?:done|told))\\((?:[a-z]\\w*,\\s*[^,\"]+(?:\"[^\"]*\"[^,\"]*)*,\\s*)?\\s*\"([a-z][a-z0-9-]*\\.[A-Za-z0-9._-]+)\"");
    private static final Pattern TEXT = Pattern.compile(">\\s*([^<>{}@$\\s][^<>{}@$]*[A-Za-zÄÖÜäöüß]{3,}[^<>{}@$]*)<");
    private static final Set<String> NO_WORDS = Set.of("Wirknetz", "Deutsch", "English");

    @Test
    void german_and_english_have_the_same_keys() throws IOException {
        try (var files = Files.list(WORDS)) {
            for (var german : files.filter(file -> file.toString().endsWith("_de.properties"))
                    .toList()) {
                var english =
                        german.resolveSibling(german.getFileName().toString().replace("_de.", "_en."));
                assertThat(english).exists();
                assertThat(new TreeSet<>(load(english).stringPropertyNames()))
                        .as(english.getFileName().toString())
                        .isEqualTo(new TreeSet<>(load(german).stringPropertyNames()));
            }
        }
    }

    @Test
    void every_sentence_is_a_valid_pattern() throws IOException {
        try (var files = Files.list(WORDS)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".properties")).toList()) {
                if (file.getFileName().toString().startsWith("console_")) continue;
                for (var entry : new TreeMap<>(load(file)).entrySet()) {
                    if (!entry.getValue().toString().contains("{")) continue;
                    assertThat(new MessageFormat(entry.getValue().toString()).getFormatsByArgumentIndex())
                            .as(file.getFileName() + " " + entry.getKey())
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void every_key_that_is_said_exists() throws IOException {
        var known = new TreeSet<String>();
        try (var files = Files.list(WORDS)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith("_de.properties")).toList()) {
                known.addAll(load(file).stringPropertyNames());
            }
        }
        var missing = new ArrayList<String>();
        for (var source : sources(".jte", ".java")) {
            var text = Files.readString(source);
            for (var pattern : new Pattern[] {SAID, REFUSED}) {
                var matcher = pattern.matcher(text);
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1)) && !isPrefix(text, matcher.end(1))) {
                        missing.add(SOURCES.relativize(source) + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).as("keys without words").isEmpty();
    }

    private static boolean isPrefix(String text, int end) {
        return text.startsWith("\" +", end);
    }

    @Test
    void templates_hold_no_text_of_their_own() throws IOException {
        var found = new ArrayList<String>();
        for (var template : sources(".jte")) {
            var text = Files.readString(template)
                    .replaceAll("(?s)<%--.*?--%>", "")
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("(?m)^@(?:param|import).*$|^\\s*!\\{.*$", "")
                    .replaceAll(
                            "@(?:if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*\\)", "");
            var matcher = TEXT.matcher(text);
            while (matcher.find()) {
                var words = matcher.group(1).strip();
                if (!NO_WORDS.contains(words) && !words.startsWith("!"))
                    found.add(SOURCES.relativize(template) + ": " + words);
            }
        }
        assertThat(found).as("text in templates").isEmpty();
    }

    private static Properties load(Path file) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static java.util.List<Path> sources(String... endings) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }
}
