package org.wirknetz.console;

import java.nio.file.FileSystemException;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.wirknetz.platform.WrongSetting;
import org.wirknetz.platform.database.DatabaseRefused;
import picocli.CommandLine;

/// What a person reads when a verb fails: one sentence and, where it broke, a reference into the log.
class Breakdown implements CommandLine.IExecutionExceptionHandler {

    /// What can be said in a sentence, and the exit code that goes with it.
    private record Told(int code, String sentence) {}

    @Override
    public int handleExecutionException(Exception failed, CommandLine line, CommandLine.ParseResult parsed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            var told = told(cause, line);
            if (told.isPresent()) {
                line.getErr().println(told.get().sentence());
                line.getErr().flush();
                return told.get().code();
            }
        }
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes);
        LoggerFactory.getLogger(Breakdown.class).error("Broke, reference {}", reference, failed);
        line.getErr().println(line.getResourceBundle().getString("console.broke") + " " + reference);
        line.getErr().flush();
        return 1;
    }

    private static Optional<Told> told(Throwable cause, CommandLine line) {
        return Optional.ofNullable(
                switch (cause) {
                    case DatabaseRefused refused ->
                        new Told(refused.inputRefused() ? 3 : 2, refused.sentence(Locale.getDefault()));
                    case WrongSetting wrong -> new Told(2, wrong.sentence(Locale.getDefault()));
                    case PortInUseException taken -> new Told(2, say(line, "console.port-taken", taken.getPort()));
                    case ConnectorStartFailedException taken ->
                        new Told(2, say(line, "console.port-taken", taken.getPort()));
                    case BindException unfit ->
                        new Told(2, say(line, "console.setting-unfit", variable(unfit), value(unfit)));
                    case FileSystemException file ->
                        new Told(2, say(line, "console.file-unusable", String.valueOf(file.getFile())));
                    default -> null;
                });
    }

    private static String variable(BindException unfit) {
        return unfit.getName()
                .toString()
                .toUpperCase(Locale.ROOT)
                .replace('.', '_')
                .replace('-', '_');
    }

    private static String value(BindException unfit) {
        var property = unfit.getProperty();
        return property == null ? "" : String.valueOf(property.getValue());
    }

    private static String say(CommandLine line, String key, Object... values) {
        return new MessageFormat(line.getResourceBundle().getString(key)).format(text(values));
    }

    private static Object[] text(Object... values) {
        return java.util.Arrays.stream(values).map(String::valueOf).toArray();
    }
}
