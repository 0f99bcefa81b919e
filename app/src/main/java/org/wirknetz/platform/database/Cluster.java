package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What lies in the data folder: the cluster of files (`data`), the two passwords, the logs.
record Cluster(Path home) {

    static final String OWNER = "wirknetz_owner";
    static final String APP = "wirknetz_app";

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("log");
    }

    Password ownerPassword() {
        return new Password(home.resolve("owner.password"));
    }

    Password appPassword() {
        return new Password(home.resolve("app.password"));
    }

    boolean exists() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    int major() throws IOException {
        return Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
    }

    /// Makes the cluster if there is none, beside its place and then moved into it.
    void prepare(Programs programs, Settings settings) throws IOException {
        PrivateFiles.folder(log());
        var fresh = home.resolve("data.new");
        if (!exists()) {
            refuseForeign();
            ownerPassword().createIfMissing();
            initialise(programs, settings, fresh);
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.flushFolder(data());
        }
        if (major() != programs.major()) {
            throw new DatabaseRefused("database.other-major", home, major(), programs.major());
        }
        if (!ownerPassword().exists()) {
            throw new DatabaseRefused(
                    "database.password-missing", ownerPassword().file());
        }
    }

    /// What we make appears whole. A `data` without a cluster in it is somebody's, who named the wrong folder.
    private void refuseForeign() {
        if (Files.exists(data(), LinkOption.NOFOLLOW_LINKS)) {
            throw new DatabaseRefused("database.foreign-folder", home, data());
        }
    }

    private void initialise(Programs programs, Settings settings, Path fresh) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "-D",
                fresh.toString(),
                "-U",
                OWNER,
                "--pwfile=" + ownerPassword().file(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums"));
        if (programs.major() >= 17) {
            arguments.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        } else {
            arguments.add("--locale=C.UTF-8");
        }
        if (!settings.durable()) {
            arguments.addAll(List.of("--no-sync", "--wal-segsize=1"));
        }
        Programs.output(programs.command("initdb", arguments.toArray(String[]::new)));
    }

    /// Deals with a server that outlived its program: stops it if it is really ours, else forgets its note.
    ///
    /// Only to be called by the owner of the lock. The note of a dead server must go: its process number may by
    /// now belong to a stranger or to a zombie, and PostgreSQL would take either for itself and refuse to
    /// start.
    void settleFormerServer(Programs programs) throws IOException {
        var note = data().resolve("postmaster.pid");
        var former = notedProcess(note);
        if (former.isPresent() && runsHere(former.get())) {
            stop(programs, "fast");
            if (!endedSoon(former.get())) {
                stop(programs, "immediate");
            }
        }
        Files.deleteIfExists(note);
    }

    /// Clears away what a crash left half-made, and the programs of earlier releases. Only for the owner of the
    /// lock.
    void sweep(Programs programs) throws IOException {
        PrivateFiles.delete(home.resolve("data.new"));
        try (var old = Files.newDirectoryStream(home, "programs-*")) {
            for (var folder : old) {
                if (folder.getFileName().toString().matches("programs-(new-.+|[0-9a-f]{8})")
                        && !programs.bin().startsWith(folder)) {
                    PrivateFiles.delete(folder);
                }
            }
        }
    }

    private void stop(Programs programs, String mode) throws IOException {
        try {
            Programs.output(programs.command("pg_ctl", "stop", "-w", "-t", "60", "-m", mode, "-D", data().toString()));
        } catch (DatabaseRefused refused) {
            // It may have ended between our look and the call; only a server that still runs is a failure.
            if (mode.equals("immediate")) {
                throw refused;
            }
        }
    }

    /// Whether the server is gone within ten seconds. It takes its note away a moment before it ends, and
    /// that is what a stop waits for: a second stop in this moment would find nothing to stop and be refused.
    private boolean endedSoon(ProcessHandle server) {
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.isAlive() && runsHere(server)) {
            if (System.nanoTime() > patience) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return true;
    }

    private static Optional<ProcessHandle> notedProcess(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        return Files.readAllLines(note).stream()
                .findFirst()
                .map(String::strip)
                .filter(it -> it.matches("\\d{1,18}"))
                .flatMap(it -> ProcessHandle.of(Long.parseLong(it)));
    }

    /// A server of ours is called `postgres` and works in our folder; a stranger with the same number is
    /// neither.
    private boolean runsHere(ProcessHandle process) {
        var folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            var program = process.info().command().orElse("").replace(" (deleted)", "");
            return program.endsWith("/postgres") && Files.isSameFile(folder.toRealPath(), data());
        } catch (IOException _) {
            return false;
        }
    }

    /// The port on which a server answers for this folder, if its note says so and its process lives.
    Optional<Integer> servedPort() throws IOException {
        var note = data().resolve("postmaster.pid");
        if (notedProcess(note).filter(this::runsHere).isEmpty()) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(note);
        return lines.size() > 3 && lines.get(3).strip().matches("\\d{1,5}")
                ? Optional.of(Integer.parseInt(lines.get(3).strip()))
                : Optional.empty();
    }
}
