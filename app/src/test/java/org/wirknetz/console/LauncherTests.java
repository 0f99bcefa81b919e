package org.wirknetz.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The launcher of a release, with a Java machine that only writes down what it was asked for.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTests {

    @TempDir
    Path release;

    @BeforeEach
    void unpacked() throws IOException {
        Files.copy(Path.of("../wirknetz"), release.resolve("wirknetz"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(release.resolve("wirknetz.jar"));
        var java = Files.createDirectories(release.resolve("jdk/bin")).resolve("java");
        Files.writeString(
                release.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
        Files.writeString(java, """
                #!/usr/bin/env bash
                echo "$*" >>"$ASKED"
                for word in "$@"; do case "$word" in -XX:AOTCacheOutput=*) new=${word#*=} ;; esac; done
                [ -z "${new:-}" ] || { until [ -e "$MAY_LEARN" ] || ! [ -e "$ASKED" ]; do sleep 0.02; done; echo learned >"$new"; }
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void the_first_start_does_not_wait_for_what_later_ones_use() throws Exception {
        run("on", "demo");
        assertThat(started("demo")).singleElement().asString().doesNotContain("-XX:AOTCache=");

        Files.createFile(release.resolve("may-learn"));
        eventually(() -> caches().size() == 1);
        run("on", "demo");

        assertThat(started("demo").getLast()).contains("-XX:AOTCache=" + caches().getFirst());
        assertThat(started("warm-up")).hasSize(1);
    }

    @Test
    void two_starts_do_not_learn_the_same_twice_at_a_time() throws Exception {
        run("on", "demo");
        eventually(() -> started("warm-up").size() == 1);
        run("on", "serve");
        Files.createFile(release.resolve("may-learn"));
        eventually(() -> caches().size() == 1);

        assertThat(started("warm-up")).hasSize(1);
    }

    @Test
    void whoever_asks_for_it_learns_first() throws Exception {
        Files.createFile(release.resolve("may-learn"));
        run("first", "serve");
        assertThat(started("serve")).singleElement().asString().contains("-XX:AOTCache=");
    }

    @Test
    void nothing_is_learned_where_that_is_switched_off() throws Exception {
        run("off", "demo");
        run("off", "check");
        assertThat(asked()).hasSize(2).noneMatch(it -> it.contains("AOTCache"));
    }

    private void run(String cache, String verb) throws Exception {
        var command = new ProcessBuilder(release.resolve("wirknetz").toString(), verb).redirectErrorStream(true);
        command.environment().put("JAVA_HOME", release.resolve("jdk").toString());
        command.environment().put("ASKED", release.resolve("asked").toString());
        command.environment().put("MAY_LEARN", release.resolve("may-learn").toString());
        command.environment().put("WIRKNETZ_CACHE", cache);
        var run = command.start();
        // To the end of what it says: whatever goes on beside it must not hold its output open.
        var said = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(said).isZero();
    }

    private List<String> asked() throws IOException {
        var file = release.resolve("asked");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<String> started(String verb) throws IOException {
        return asked().stream().filter(it -> it.contains(" " + verb)).toList();
    }

    private List<String> caches() throws IOException {
        try (var files = Files.list(release)) {
            return files.map(Path::toString).filter(it -> it.endsWith(".aot")).toList();
        }
    }

    private interface Question {
        boolean holds() throws IOException;
    }

    private static void eventually(Question question) throws Exception {
        for (var until = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !question.holds(); Thread.sleep(20))
            assertThat(System.nanoTime()).isLessThan(until);
    }
}
