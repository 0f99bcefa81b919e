package org.wirknetz.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.alarms.TableCheck;
import org.wirknetz.networkcheck.check.CheckFiles;
import org.wirknetz.networkcheck.check.CheckFormat;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.CheckResult;
import org.wirknetz.networkcheck.check.CheckWords;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.tables.FindingSentences;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.NetworkTablesReader;
import org.wirknetz.platform.tables.OrganisationRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `check`: the network check from tables, without a server or a database.
@Command(name = "check", resourceBundle = "words.console", mixinStandardHelpOptions = true, sortOptions = false)
class CheckVerb implements Callable<Integer> {
    private static final int REFUSED = 3;
    private static final int WARNED = 4;

    private final Supplier<Clock> clock;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "INPUT", arity = "1..*", descriptionKey = "wirknetz.check.input")
    List<Path> inputs = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR")
    @Nullable
    Path out;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",")
    List<String> formats = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "DATE")
    @Nullable
    String asOf;

    @Option(names = "--coordinator", paramLabel = "KEY")
    @Nullable
    String coordinator;

    @Option(names = "--half-life", paramLabel = "MONTHS")
    @Nullable
    Double halfLife;

    @Option(names = "--name", paramLabel = "NAME")
    @Nullable
    String name;

    @Option(names = "--strict")
    boolean strict;

    @Option(names = "--lang", paramLabel = "de|en")
    @Nullable
    String lang;

    private int warnings;

    CheckVerb() {
        this(() -> ClockSource.of(System.getenv("WIRKNETZ_CLOCK")));
    }

    CheckVerb(Supplier<Clock> clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var locale = locale();
        var words = new CheckWords(locale);
        var wanted = formats(words);
        var day = day(words);
        if (halfLife != null && !(halfLife > 0)) throw usage(words.say("check.verb.half-life.wrong"));
        for (var input : inputs) {
            if (!Files.exists(input)) throw usage(words.say("check.verb.no-input", input));
        }
        var findings = new Findings();
        var tables = NetworkTablesReader.readFiles(inputs, findings);
        tell(findings, locale);
        if (findings.refuse()) {
            err().println(words.count("check.verb.refused", findings.errors()));
            return REFUSED;
        }
        var input = new CheckInput(name(), day, tables, coordinator(tables, day, words), halfLife(), locale);
        var result = TableCheck.of(input);
        if (result.network().organisations() == 0) warn(words.say("check.verb.empty", words.day(day)));
        return store(new CheckFiles(result, input, findings).in(wanted), result, findings, words);
    }

    private int store(Map<String, byte[]> files, CheckResult result, Findings findings, CheckWords words) {
        var folder = out == null ? Path.of("netzwerk-check-" + result.network().asOf()) : out;
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) Files.write(folder.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
            err().println(words.say("check.verb.out.unwritable", folder));
            return 2;
        }
        var facts = result.network();
        out().println(words.say(
                "check.verb.summary",
                words.number(facts.organisations()),
                words.number(facts.ties()),
                words.day(facts.asOf())));
        files.keySet().forEach(it -> out().println(words.say("check.verb.written", folder.resolve(it))));
        return strict && (findings.warn() || warnings > 0) ? WARNED : 0;
    }

    private void tell(Findings findings, Locale locale) {
        var sentences = new FindingSentences(locale);
        findings.all().forEach(it -> err().println(sentences.line(it)));
        if (findings.beyond() > 0) err().println(sentences.beyond(findings));
        err().flush();
    }

    private @Nullable String coordinator(NetworkTables tables, LocalDate day, CheckWords words) {
        var asked = coordinator;
        if (asked == null) {
            warnOfSeveral(tables, day, words);
            return null;
        }
        var found = tables.organisations().stream()
                .filter(it -> it.key().equals(asked) || Folded.words(it.name()).equals(Folded.words(asked)))
                .findFirst()
                .orElseThrow(() -> usage(words.say("check.verb.coordinator.unknown", asked)));
        if (!found.member().holds(day)) {
            warn(words.say("check.verb.coordinator.outside", found.name(), words.day(day)));
        }
        return found.key();
    }

    private void warnOfSeveral(NetworkTables tables, LocalDate day, CheckWords words) {
        var marked = tables.organisations().stream()
                .filter(it -> it.coordinator() && it.member().holds(day))
                .map(OrganisationRow::key)
                .sorted()
                .toList();
        if (marked.size() > 1) {
            warn(words.say("check.verb.coordinator.several", words.list(marked), marked.getFirst()));
        }
    }

    private List<CheckFormat> formats(CheckWords words) {
        if (formats.isEmpty()) return CheckFormat.usual();
        return formats.stream()
                .map(it -> CheckFormat.named(it).orElseThrow(() -> usage(words.say("check.verb.format.unknown", it))))
                .distinct()
                .toList();
    }

    private LocalDate day(CheckWords words) {
        var written = asOf;
        if (written == null) return LocalDate.now(clock.get());
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw usage(words.say("check.verb.date.unknown", written));
        }
    }

    private String name() {
        var given = name;
        if (given != null) return given;
        var file = inputs.getFirst().toAbsolutePath().normalize().getFileName();
        return file == null ? "" : file.toString().replaceFirst("(?i)\\.(csv|tsv|txt|xlsx|zip|graphml|gexf|xml)$", "");
    }

    private OptionalDouble halfLife() {
        var months = halfLife;
        return months == null ? OptionalDouble.empty() : OptionalDouble.of(months);
    }

    private Locale locale() {
        var language = lang;
        if (language == null) return Locale.getDefault().getLanguage().equals("en") ? Locale.ENGLISH : Locale.GERMAN;
        return language.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.GERMAN;
    }

    private void warn(String sentence) {
        warnings++;
        err().println(sentence);
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(line(), sentence);
    }

    private PrintWriter out() {
        return line().getOut();
    }

    private PrintWriter err() {
        return line().getErr();
    }

    private picocli.CommandLine line() {
        return java.util.Objects.requireNonNull(spec).commandLine();
    }
}
