package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The three programs of a PostgreSQL (`initdb`, `pg_ctl`, `postgres`) and how they are called on this machine.
///
/// @param bin   the folder they lie in
/// @param major the version before the point, such as 18
record Programs(Path bin, int major) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    static Programs of(Path home, Settings settings) throws IOException {
        var given = settings.programs();
        if (given != null) {
            return in(given.toAbsolutePath());
        }
        var unpacked = settings.unpacked();
        return in(ShippedPrograms.forThisMachine()
                .unpackInto(unpacked == null ? home : unpacked)
                .resolve("bin"));
    }

    private static Programs in(Path bin) throws IOException {
        var postgres = bin.resolve("postgres");
        if (!Files.isExecutable(postgres)) {
            throw new DatabaseRefused("database.no-programs", bin);
        }
        var version = output(List.of(postgres.toString(), "--version"));
        var match = VERSION.matcher(version);
        if (!match.find()) {
            throw new DatabaseRefused("database.program-failed", postgres, version);
        }
        return new Programs(bin, Integer.parseInt(match.group(1)));
    }

    /// The whole command line for one of the three; `postgres` refuses to run as root, so root leaves its
    /// rights first.
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (weAreRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// Runs to the end; an exit code other than 0 is an exception with the program's own words.
    static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.onExit().join().exitValue() != 0) {
            throw new DatabaseRefused("database.program-failed", String.join(" ", command), said);
        }
        return said;
    }

    /// Puts `setsid` in front where there is one: an interrupt from the terminal must not reach the child
    /// before us.
    static List<String> inOwnSession(List<String> command) {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(it -> Files.isExecutable(Path.of(it)))
                .findFirst()
                .map(setsid ->
                        Stream.concat(Stream.of(setsid), command.stream()).toList())
                .orElse(command);
    }

    private static boolean weAreRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException _) {
            return System.getProperty("user.name").equals("root");
        }
    }
}
