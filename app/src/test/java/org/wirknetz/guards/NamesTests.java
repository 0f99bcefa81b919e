package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Names say what a thing is in the field. Seen failing with a class called `PartnerService`.
class NamesTests {

    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(Service|Impl|Manager|Helper|Util|Utils|Dto|DTO|Entity|Bean)$|^Abstract|^(Event|Module|Record|Process|Object)$");

    @Test
    void no_class_hides_behind_an_empty_word() throws IOException {
        assertThat(classes()).noneMatch(name -> EMPTY_WORDS.matcher(name).find());
    }

    @Test
    void every_package_is_null_marked() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(NamesTests::holdsClasses)
                            .toList())
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .as(folder.toString())
                            .content()
                            .contains("@NullMarked"));
        }
    }

    /// A second door plate would hide the first, and with it what the module may know. Seen failing: it did.
    @Test
    void no_test_package_hides_the_door_plate_of_a_room() throws IOException {
        try (var tests = Files.walk(Path.of("src/test/java"))) {
            assertThat(tests.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> Path.of("src/main/java")
                                    .resolve(Path.of("src/test/java").relativize(file)))
                            .toList())
                    .noneMatch(Files::exists);
        }
    }

    private static boolean holdsClasses(Path folder) {
        if (folder.endsWith("org/wirknetz")) return false;
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> classes() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }
}
