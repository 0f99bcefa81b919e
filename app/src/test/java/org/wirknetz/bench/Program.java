package org.wirknetz.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A `./wirknetz serve` of our own and the PostgreSQL below it, seen from outside.
record Program(Process process, Path data, int port) implements AutoCloseable {

    private static final int TICKS_A_SECOND = 100;

    static Program serve(Path data, int port) throws IOException, InterruptedException {
        return serve(data, port, java.util.Map.of());
    }

    /// @param settings such as `WIRKNETZ_SMTP_URL`
    static Program serve(Path data, int port, java.util.Map<String, String> settings)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        var command = command("serve", data);
        command.addAll(List.of("--port", String.valueOf(port)));
        Files.createDirectories(data.getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("serve.log").toFile());
        builder.environment().putAll(settings);
        var process = builder.start();
        var program = new Program(process, data, port);
        while (!program.answers()) {
            if (!process.isAlive()) throw new IllegalStateException(Files.readString(data.resolveSibling("serve.log")));
            Thread.sleep(50);
        }
        System.out.printf("serve answers after %.1f s%n", (System.nanoTime() - began) / 1e9);
        Thread.sleep(5_000);
        return program;
    }

    private static List<String> command(String verb, Path data) {
        return new ArrayList<>(List.of("./wirknetz", verb, "--data", data.toString()));
    }

    String base() {
        return "http://localhost:" + port;
    }

    private boolean answers() {
        try {
            var question =
                    (HttpURLConnection) URI.create(base() + "/sign-in").toURL().openConnection();
            return question.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Another verb on the same installation; what it said.
    String verb(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./wirknetz"));
        int verbs = words[0].equals("user") ? 2 : 1;
        command.addAll(List.of(words).subList(0, verbs));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(words).subList(verbs, words.length));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WIRKNETZ_MEMORY", "512m");
        var run = builder.start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) throw new IllegalStateException(said);
        return said;
    }

    /// Resident and proportional memory; the pages of the JVM's start cache lie in a file and count as resident too.
    String memory() throws IOException {
        long proportional = 0;
        for (var one : postgres()) proportional += rollup(one, "Pss:");
        return "JVM %d MB resident, %d MB of it private and not of a file; PostgreSQL %d MB in %d processes"
                .formatted(
                        rollup(process.pid(), "Rss:") / 1024,
                        rollup(process.pid(), "Anonymous:") / 1024,
                        proportional / 1024,
                        postgres().size());
    }

    /// Private memory of the JVM, in megabytes.
    long anonymous() throws IOException {
        return rollup(process.pid(), "Anonymous:") / 1024;
    }

    /// As a power cut does it: nothing is tidied up.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    record Seconds(double java, double postgres) {
        String since(Seconds before, int requests) {
            return "Java %.1f, PostgreSQL %.1f"
                    .formatted((java - before.java) * 1000 / requests, (postgres - before.postgres) * 1000 / requests);
        }
    }

    /// Processor time so far, in seconds.
    Seconds seconds() throws IOException {
        double postgres = 0;
        for (var one : postgres()) postgres += processor(one);
        return new Seconds(processor(process.pid()), postgres);
    }

    private static double processor(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_A_SECOND;
    }

    private static long rollup(long pid, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (java.nio.file.NoSuchFileException ended) {
            return 0;
        }
    }

    private List<Long> postgres() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
    }

    private Path pidFile() throws IOException {
        try (var files = Files.find(data, 4, (file, attributes) -> file.endsWith("postmaster.pid"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
