package org.wirknetz.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.ConsoleAccounts;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `user create|reset|disable|enable`: accounts from the console. It prints a link at which the person chooses a
/// password.
@Command(
        name = "user",
        resourceBundle = "words.console",
        mixinStandardHelpOptions = true,
        subcommands = {UserVerb.Create.class, UserVerb.Reset.class, UserVerb.Disable.class, UserVerb.Enable.class})
class UserVerb implements Runnable {

    @ParentCommand
    @Nullable
    Console console;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                Objects.requireNonNull(spec).commandLine().getResourceBundle().getString("console.user.which"));
    }

    /// What the four have in common.
    abstract static class Verb implements Callable<Integer> {

        @ParentCommand
        @Nullable
        UserVerb user;

        @Spec
        @Nullable
        CommandSpec spec;

        @Mixin
        Installation installation = new Installation();

        abstract String work(ConsoleAccounts accounts);

        @Override
        public Integer call() {
            var line = Objects.requireNonNull(spec).commandLine();
            try (var program = installation.program(Console.application(Objects.requireNonNull(user).console))) {
                try {
                    line.getOut().println(work(program.getBean(ConsoleAccounts.class)));
                    line.getOut().flush();
                    return 0;
                } catch (Refused refused) {
                    line.getErr()
                            .println(program.getBean(Words.class)
                                    .say(Words.closest(Locale.getDefault()), refused.key(), refused.values()));
                    line.getErr().flush();
                    return 3;
                }
            }
        }

        String say(String key, Object... values) {
            return new MessageFormat(Objects.requireNonNull(spec)
                            .commandLine()
                            .getResourceBundle()
                            .getString(key))
                    .format(values);
        }
    }

    @Command(name = "create", resourceBundle = "words.console", mixinStandardHelpOptions = true)
    static class Create extends Verb {

        @Option(names = "--email", required = true, paramLabel = "ADDRESS", descriptionKey = "wirknetz.user.email")
        String email = "";

        @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "wirknetz.user.name")
        String name = "";

        @Option(names = "--operator", descriptionKey = "wirknetz.user.operator")
        boolean operator;

        @Option(names = "--network", paramLabel = "SLUG", descriptionKey = "wirknetz.user.network")
        @Nullable
        String network;

        @Override
        String work(ConsoleAccounts accounts) {
            var link = accounts.create(email, name, operator);
            if (network != null) accounts.seat(email, network, Role.OFFICE);
            return say("console.user.created", email, link);
        }
    }

    @Command(name = "reset", resourceBundle = "words.console", mixinStandardHelpOptions = true)
    static class Reset extends Verb {

        @Parameters(paramLabel = "ADDRESS", descriptionKey = "wirknetz.user.email")
        String email = "";

        @Option(names = "--second-factor", descriptionKey = "wirknetz.user.second-factor")
        boolean secondFactor;

        @Override
        String work(ConsoleAccounts accounts) {
            return say("console.user.reset", email, accounts.reset(email, secondFactor));
        }
    }

    @Command(name = "disable", resourceBundle = "words.console", mixinStandardHelpOptions = true)
    static class Disable extends Verb {

        @Parameters(paramLabel = "ADDRESS", descriptionKey = "wirknetz.user.email")
        String email = "";

        @Override
        String work(ConsoleAccounts accounts) {
            accounts.disable(email);
            return say("console.user.disabled", email);
        }
    }

    @Command(name = "enable", resourceBundle = "words.console", mixinStandardHelpOptions = true)
    static class Enable extends Verb {

        @Parameters(paramLabel = "ADDRESS", descriptionKey = "wirknetz.user.email")
        String email = "";

        @Override
        String work(ConsoleAccounts accounts) {
            accounts.enable(email);
            return say("console.user.enabled", email);
        }
    }
}
