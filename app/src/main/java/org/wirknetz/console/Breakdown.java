package org.wirknetz.console;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.wirknetz.platform.database.DatabaseRefused;
import picocli.CommandLine;

/// What a person reads when a verb fails: one sentence and, where it broke, a reference into the log.
class Breakdown implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failed, CommandLine line, CommandLine.ParseResult parsed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseRefused refused) {
                line.getErr().println(refused.sentence(Locale.getDefault()));
                return refused.inputRefused() ? 3 : 2;
            }
            if (cause instanceof IllegalArgumentException) {
                line.getErr().println(cause.getMessage());
                return 2;
            }
        }
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes);
        LoggerFactory.getLogger(Breakdown.class).error("Broke, reference {}", reference, failed);
        line.getErr().println(line.getResourceBundle().getString("console.broke") + " " + reference);
        return 1;
    }
}
