package org.wirknetz.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Another JVM with an embedded database in this folder, to be killed by a test.
final class LivingProgram implements AutoCloseable {

    final Process process;
    final String url;
    final long postgres;

    private LivingProgram(Process process, String url, long postgres) {
        this.process = process;
        this.url = url;
        this.postgres = postgres;
    }

    static LivingProgram start(Path home) throws IOException {
        var process =
                command(home).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = process.inputReader();
        var url = said.readLine();
        var pid = said.readLine();
        if (url == null || pid == null) {
            throw new IOException("the other program did not start");
        }
        return new LivingProgram(process, url, Long.parseLong(pid));
    }

    /// Another JVM that restores this backup into the folder.
    static Process restore(Path home, Path backup) throws IOException {
        var command = command(home);
        command.command().add(backup.toString());
        return command.inheritIO().start();
    }

    static ProcessBuilder command(Path home) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto"));
        var installed = System.getProperty("wirknetz.test.postgres.bin", "");
        command.add("-Dwirknetz.test.postgres.bin=" + installed);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), LivingProgram.class.getName(), home.toString()));
        return new ProcessBuilder(command);
    }

    /// The watchdog and its `cat`: all that stands between a dead program and a server that lives on.
    List<ProcessHandle> watchdog() {
        return process.descendants()
                .filter(it -> it.pid() != postgres
                        && it.parent().map(ProcessHandle::pid).orElse(0L) != postgres)
                .toList();
    }

    static void main(String... arguments) throws IOException, SQLException {
        if (arguments.length == 2) {
            new Restore(TestDatabase.settings(), Region.MIGRATION)
                    .into(Path.of(arguments[0]), Path.of(arguments[1]), true);
            return;
        }
        var database = EmbeddedDatabase.start(Path.of(arguments[0]), TestDatabase.settings());
        System.out.println(database.url());
        System.out.println(database.pid());
        System.in.read();
        database.close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
