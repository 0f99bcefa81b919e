package org.wirknetz.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Networks;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.transfer.ConsoleImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `import --network SLUG FILE...`: the same importer as the page.
@Command(name = "import", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class ImportVerb implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Console console;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Installation installation = new Installation();

    @Option(names = "--network", required = true, paramLabel = "SLUG", descriptionKey = "wirknetz.option.network")
    String network = "";

    @Option(names = "--dry-run", descriptionKey = "wirknetz.import.dry-run")
    boolean dryRun;

    @Option(names = "--strict", descriptionKey = "wirknetz.check.strict")
    boolean strict;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "wirknetz.import.file")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        for (var file : files) {
            if (!Files.exists(file)) throw BackupVerb.unfit(line, "console.no-file", file);
        }
        try (var program = installation.program(Console.application(console))) {
            var known = program.getBean(Networks.class)
                    .bySlug(network)
                    .orElseThrow(() -> BackupVerb.unfit(line, "console.no-network", network));
            var importing = program.getBean(ConsoleImport.class);
            var said = Scope.of(known).call(() -> importing.run(files, dryRun, Words.closest(Locale.getDefault())));
            said.findings().forEach(line.getErr()::println);
            line.getErr().flush();
            said.summary().forEach(line.getOut()::println);
            line.getOut().flush();
            return said.refused() ? 3 : said.warned() && strict ? 4 : 0;
        }
    }
}
