package org.wirknetz.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Migrations;
import org.wirknetz.platform.database.BackupFile;
import org.wirknetz.platform.database.Restore;
import org.wirknetz.platform.database.SealedBackup;
import org.wirknetz.platform.database.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore FILE`: brings an installation back; refuses one that is in use or not empty. With `--verify` it
/// only reads.
@Command(name = "restore", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class RestoreVerb implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Installation installation = new Installation();

    @Option(names = "--replace", descriptionKey = "wirknetz.restore.replace")
    boolean replace;

    @Option(names = "--verify", descriptionKey = "wirknetz.restore.verify")
    boolean verify;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "wirknetz.restore.passphrase-file")
    @Nullable
    Path passphraseFile;

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "wirknetz.restore.key-file")
    @Nullable
    Path keyFile;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "wirknetz.restore.file")
    @Nullable
    Path file;

    @Override
    public Integer call() throws Exception {
        var source = java.util.Objects.requireNonNull(file);
        var meanwhile = verify ? Path.of(System.getProperty("java.io.tmpdir")) : installation.home();
        try (var opened = SealedBackup.open(source, meanwhile, passphraseFile, keyFile)) {
            return restore(source, opened.file());
        }
    }

    private int restore(Path source, Path plain) throws Exception {
        if (verify) {
            var bytes = BackupFile.verify(plain).bytes();
            BackupVerb.say(spec, "console.restore.sound", source, bytes >> 20);
            return 0;
        }
        var restore = new Restore(Settings.forWork(), Migrations::restore);
        var url = installation.url();
        if (url.isPresent()) {
            restore.external(
                    url.get(), installation.user(), installation.password(), installation.home(), plain, replace);
        } else {
            restore.into(installation.home(), plain, replace);
        }
        BackupVerb.say(spec, "console.restore.done", source, installation.home());
        return 0;
    }
}
