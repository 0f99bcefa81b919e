package org.wirknetz.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Networks;
import org.wirknetz.platform.Scope;
import org.wirknetz.transfer.Archive;
import org.wirknetz.transfer.NetworkExport;
import org.wirknetz.transfer.VisitingCards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `export --network SLUG`: everything in open formats.
@Command(name = "export", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class ExportVerb implements Callable<Integer> {

    enum Format {
        zip,
        xlsx,
        csv,
        vcard
    }

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

    @Option(names = "--format", split = ",", descriptionKey = "wirknetz.export.format")
    List<Format> formats = List.of(Format.zip);

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "wirknetz.export.out")
    Path out = Path.of(".");

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        Files.createDirectories(out);
        try (var program = installation.program(Console.application(console))) {
            var known = program.getBean(Networks.class)
                    .bySlug(network)
                    .orElseThrow(() -> new IllegalArgumentException(
                            new java.text.MessageFormat(line.getResourceBundle().getString("console.no-network"))
                                    .format(new Object[] {network})));
            for (var format : formats) {
                var file = out.resolve(network
                        + switch (format) {
                            case zip -> ".wirknetz.zip";
                            case xlsx -> ".xlsx";
                            case csv -> ".csv.zip";
                            case vcard -> ".vcf";
                        });
                Writing writing = switch (format) {
                    case zip -> program.getBean(Archive.class)::write;
                    case xlsx -> program.getBean(NetworkExport.class)::xlsx;
                    case csv -> program.getBean(NetworkExport.class)::csv;
                    case vcard -> program.getBean(VisitingCards.class)::write;
                };
                var half = file.resolveSibling(file.getFileName() + ".part");
                Scope.of(known).call(() -> {
                    try (var stream = Files.newOutputStream(half)) {
                        writing.to(stream);
                    }
                    return true;
                });
                Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                line.getOut().println(file);
            }
            line.getOut().flush();
        }
        return 0;
    }
}
