package org.wirknetz.console;

import java.text.MessageFormat;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a person reads who typed something a verb does not know: one sentence in their language, and where help is.
class Mistaken implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        var line = mistake.getCommandLine();
        line.getErr().println(sentence(mistake));
        line.getErr().println(say(line, "help", line.getCommandSpec().qualifiedName()));
        line.getErr().flush();
        return 2;
    }

    private static String sentence(ParameterException mistake) {
        var line = mistake.getCommandLine();
        return switch (mistake) {
            case MissingParameterException missing ->
                say(
                        line,
                        "missing",
                        missing.getMissing().stream().map(Mistaken::label).collect(Collectors.joining(", ")));
            case UnmatchedArgumentException unmatched ->
                say(line, kind(unmatched), String.join(" ", unmatched.getUnmatched()));
            case OverwrittenOptionException twice -> say(line, "twice", label(twice.getOverwritten()));
            default -> {
                var about = mistake.getArgSpec();
                yield about == null
                        ? String.valueOf(mistake.getMessage())
                        : say(line, "value", label(about), String.valueOf(mistake.getValue()));
            }
        };
    }

    private static String kind(UnmatchedArgumentException unmatched) {
        if (unmatched.isUnknownOption()) return "option";
        return unmatched.getCommandLine().getSubcommands().isEmpty() ? "surplus" : "verb";
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String say(CommandLine line, String key, String... values) {
        return new MessageFormat(line.getResourceBundle().getString("console.usage." + key)).format(values);
    }
}
