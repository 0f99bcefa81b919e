package org.wirknetz.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The root of all verbs. Exit codes: 0 done · 1 broke · 2 usage or environment · 3 input refused · 4 done with
/// warnings.
@Command(
        name = "wirknetz",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoVerb.class,
            ServeVerb.class,
            CheckVerb.class,
            ImportVerb.class,
            ExportVerb.class,
            UserVerb.class,
            BackupVerb.class,
            RestoreVerb.class,
            DoctorVerb.class,
            WarmUpVerb.class,
            CommandLine.HelpCommand.class
        })
public final class Console implements Runnable {

    /// Returned by verbs that start a server: the program goes on after `main` has ended.
    public static final int STAYS = -1;

    private final Class<?> application;

    @Option(names = "--lang", descriptionKey = "wirknetz.option.lang", paramLabel = "de|en")
    @Nullable
    String lang;

    @Spec
    @Nullable
    CommandSpec spec;

    private Console(Class<?> application) {
        this.application = application;
    }

    /// @param application the Spring application that server verbs start
    /// @return the exit code, or [#STAYS]
    public static int run(Class<?> application, String... arguments) {
        var locale = locale(arguments);
        Locale.setDefault(locale);
        // Without a server nobody has told the log to keep to warnings.
        LoggingSystem.get(Console.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return line(application, locale).execute(arguments);
    }

    static CommandLine line(Class<?> application, Locale locale) {
        var line = new CommandLine(new Console(application))
                .setResourceBundle(ResourceBundle.getBundle("words/console", locale))
                .setExecutionExceptionHandler(new Breakdown())
                .setParameterExceptionHandler(new Mistaken())
                .setCaseInsensitiveEnumValuesAllowed(true);
        named(line);
        return line;
    }

    /// Every verb answers to `--version`.
    private static void named(CommandLine line) {
        line.getCommandSpec().versionProvider(new Release());
        line.getSubcommands().values().forEach(Console::named);
    }

    static Class<?> application(@Nullable Console console) {
        if (console == null) throw new IllegalStateException("A verb runs below the console only.");
        return console.application;
    }

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    /// `--lang` wins, then the environment; German unless English is asked for.
    private static Locale locale(String... arguments) {
        var given = Arrays.asList(arguments);
        var at = given.indexOf("--lang");
        if (at >= 0 && at + 1 < given.size()) return closest(given.get(at + 1));
        var inline = given.stream().filter(it -> it.startsWith("--lang=")).findFirst();
        if (inline.isPresent()) return closest(inline.get().substring("--lang=".length()));
        for (var name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            var set = System.getenv(name);
            if (set != null && !set.isBlank()) return closest(set);
        }
        return Locale.GERMAN;
    }

    private static Locale closest(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.GERMAN;
    }
}
