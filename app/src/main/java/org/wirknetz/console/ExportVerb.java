package org.wirknetz.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.wirknetz.access.Networks;
import org.wirknetz.networkcheck.Reports;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.transfer.Archive;
import org.wirknetz.transfer.NetworkCalendar;
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

    /// The names are the contract's, the endings those that other programs know.
    enum Format {
        zip(".wirknetz.zip"),
        xlsx(".xlsx"),
        csv(".csv.zip"),
        vcard(".vcf"),
        ics(".ics"),
        graphml(".graphml"),
        gexf(".gexf"),
        openqcat(".openqcat.xml");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
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

    @Option(names = "--format", split = ",", paramLabel = "FORMAT", descriptionKey = "wirknetz.export.format")
    List<Format> formats = List.of(Format.zip);

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "wirknetz.export.out")
    Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        if (formats.contains(Format.openqcat)) throw BackupVerb.unfit(line, "console.export.openqcat", network);
        Files.createDirectories(out);
        try (var program = installation.program(Console.application(console))) {
            var found = program.getBean(Networks.class)
                    .bySlug(network)
                    .orElseThrow(() -> BackupVerb.unfit(line, "console.no-network", network));
            var card = program.getBean(Networks.class).all().stream()
                    .filter(it -> it.id().equals(found.value()))
                    .findFirst()
                    .orElseThrow();
            for (var format : new LinkedHashSet<>(formats)) {
                var file = out.resolve(network + format.ending);
                var half = file.resolveSibling(file.getFileName() + ".part");
                Scope.of(found).call(() -> {
                    try (var stream = Files.newOutputStream(half)) {
                        write(program, format, card.name(), stream);
                    }
                    return true;
                });
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
                line.getOut().println(file);
            }
            line.getOut().flush();
        }
        return 0;
    }

    private static void write(ApplicationContext program, Format format, String name, OutputStream stream)
            throws IOException {
        var locale = Words.closest(Locale.getDefault());
        switch (format) {
            case zip -> program.getBean(Archive.class).write(stream);
            case xlsx -> program.getBean(NetworkExport.class).xlsx(stream);
            case csv -> program.getBean(NetworkExport.class).csv(stream);
            case vcard -> program.getBean(VisitingCards.class).write(stream);
            case ics -> program.getBean(NetworkCalendar.class).write(stream, name, locale);
            case graphml, gexf -> {
                var today = LocalDate.now(program.getBean(Clock.class));
                var files = program.getBean(Reports.class).of(format.name(), name, today, locale);
                stream.write(files.values().iterator().next());
            }
            case openqcat -> throw new IllegalStateException("Refused before.");
        }
    }
}
