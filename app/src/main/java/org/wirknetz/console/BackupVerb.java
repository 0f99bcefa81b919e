package org.wirknetz.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.database.Backup;
import org.wirknetz.platform.database.OpenPgpSeal;
import org.wirknetz.platform.database.Sealing;
import org.wirknetz.platform.database.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup FILE`: everything an installation holds in one file, while people work.
@Command(name = "backup", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class BackupVerb implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Installation installation = new Installation();

    @Option(names = "--rows", descriptionKey = "wirknetz.backup.rows")
    boolean rows;

    @Option(names = "--encrypt-to", paramLabel = "FILE", descriptionKey = "wirknetz.backup.encrypt-to")
    @Nullable
    Path encryptTo;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "wirknetz.backup.passphrase-file")
    @Nullable
    Path passphraseFile;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "wirknetz.backup.file")
    @Nullable
    Path file;

    @Override
    public Integer call() throws Exception {
        var target = Objects.requireNonNull(file);
        var backup = new Backup(Release.name(), Clock.systemUTC(), sealing());
        var url = installation.url();
        var manifest = url.isPresent()
                ? backup.external(
                        url.get(), installation.user(), installation.password(), installation.present(), target)
                : rows
                        ? backup.logical(installation.present(), target, Settings.forWork())
                        : backup.physical(installation.present(), target, Settings.forWork());
        say(spec, "console.backup.done", target, manifest.bytes() >> 20);
        return 0;
    }

    private Sealing sealing() throws IOException {
        if (encryptTo != null && passphraseFile != null) {
            throw unfit(Objects.requireNonNull(spec).commandLine(), "console.backup.one-key", "");
        }
        if (encryptTo != null) return OpenPgpSeal.publicKeys(encryptTo);
        return passphraseFile == null ? Sealing.NONE : OpenPgpSeal.passphrase(passphraseFile);
    }

    static void say(@Nullable CommandSpec spec, String key, Object... values) {
        var line = Objects.requireNonNull(spec).commandLine();
        ResourceBundle words = line.getResourceBundle();
        line.getOut()
                .println(new java.text.MessageFormat(words.getString(key))
                        .format(java.util.Arrays.stream(values)
                                .map(String::valueOf)
                                .toArray()));
        line.getOut().flush();
    }

    /// Something named on the line that is not there: usage, exit code 2.
    static picocli.CommandLine.ParameterException unfit(picocli.CommandLine line, String key, Object value) {
        var sentence = new java.text.MessageFormat(line.getResourceBundle().getString(key))
                .format(new Object[] {String.valueOf(value)});
        return new picocli.CommandLine.ParameterException(line, sentence);
    }
}
