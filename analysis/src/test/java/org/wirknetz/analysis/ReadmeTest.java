package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the module's README shows first is a program that runs and prints what stands below it.
class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\\n(import .*?)```", Pattern.DOTALL);
    private static final Pattern PRINTED = Pattern.compile("It prints:\\s+```text\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>(.*?)</artifactId><version>(.*?)</version></dependency>");

    @Test
    void the_first_program_prints_what_it_says(@TempDir Path folder) throws IOException, InterruptedException {
        var readme = Files.readString(Path.of("README.md"));
        var source = folder.resolve("First.java");
        Files.writeString(source, first(PROGRAM, readme));
        var out = folder.resolve("out");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes").toAbsolutePath()
                                + File.pathSeparator
                                + System.getProperty("java.class.path"),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEqualTo(first(PRINTED, readme));
    }

    @Test
    void the_dependency_is_this_module() throws IOException {
        var line = DEPENDENCY.matcher(Files.readString(Path.of("README.md")));
        assertThat(line.find()).isTrue();
        var pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom)
                .contains("<artifactId>" + line.group(1) + "</artifactId>")
                .contains("<version>" + line.group(2) + "</version>");
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
