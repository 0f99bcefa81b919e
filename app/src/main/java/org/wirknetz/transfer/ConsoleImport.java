package org.wirknetz.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.WorkFolder;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.FindingSentences;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Limits;
import org.wirknetz.platform.tables.NetworkTablesReader;
import org.wirknetz.platform.tables.TableFiles;

/// The importer for the console: the same code as behind the page, without a person to decide on duplicates.
@Component
public class ConsoleImport {

    private final ImportChecking checking;
    private final Archive archive;
    private final Words words;
    private final WorkFolder work;

    ConsoleImport(ImportChecking checking, Archive archive, Words words, WorkFolder work) {
        this.checking = checking;
        this.archive = archive;
        this.words = words;
        this.work = work;
    }

    /// @param findings a line each: severity, place, sentence
    /// @param summary what was, or would be, stored
    public record Said(List<String> findings, List<String> summary, boolean refused, boolean warned) {}

    /// Works in the network of the scope.
    public Said run(List<Path> files, boolean dryRun, Locale locale) {
        try {
            if (files.size() == 1 && isArchive(files.getFirst())) return readArchive(files.getFirst(), dryRun, locale);
            return readTables(files, dryRun, locale);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Said readTables(List<Path> files, boolean dryRun, Locale locale) throws IOException {
        var findings = new Findings();
        var folder = work.fresh("import");
        try (var opened = TableFiles.open(unfolded(files, folder), Limits.usual(), findings)) {
            var recognised = NetworkTablesReader.recognise(opened.tables(), findings);
            var report = checking.on(recognised, findings, ImportChoices.OPEN, Progress.SILENT, !dryRun);
            var sentences = new FindingSentences(locale);
            var lines = new ArrayList<>(findings.all().stream()
                    .map(it -> line(it, sentences, locale))
                    .toList());
            if (findings.beyond() > 0) lines.add(sentences.beyond(findings));
            report.resemblances()
                    .forEach(it -> lines.add(words.say(
                            locale, "transfer.console.twin", it.name(), it.twinName(), String.valueOf(it.line()))));
            return new Said(lines, summary(report, dryRun, locale), findings.refuse(), findings.warn());
        } finally {
            WorkFolder.remove(folder);
        }
    }

    private static List<Path> unfolded(List<Path> files, Path folder) throws IOException {
        var tables = new ArrayList<Path>();
        for (var file : files) {
            if (Files.isRegularFile(file) && VisitingCards.isCards(file)) {
                var copy = folder.resolve(
                        java.util.Objects.requireNonNull(file.getFileName()).toString());
                Files.copy(file, copy);
                tables.addAll(VisitingCards.asTables(copy));
            } else {
                tables.add(file);
            }
        }
        return tables;
    }

    private Said readArchive(Path file, boolean dryRun, Locale locale) throws IOException {
        try (var in = Files.newInputStream(file)) {
            long rows = dryRun ? archive.tried(in) : archive.read(in);
            var told = dryRun ? "transfer.archive.would" : "transfer.archive.read";
            return new Said(List.of(), List.of(words.say(locale, told, rows)), false, false);
        } catch (Refused refused) {
            return new Said(List.of(words.say(locale, refused.key(), refused.values())), List.of(), true, false);
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            return zip.getEntry("manifest.json") != null;
        } catch (java.util.zip.ZipException noZip) {
            return false;
        }
    }

    private String line(Finding finding, FindingSentences sentences, Locale locale) {
        if (finding.key().startsWith("tables.")) return sentences.line(finding);
        var field = finding.at().column();
        var place = field == null ? finding.at() : finding.at().column(words.say(locale, "transfer.field." + field));
        return words.say(
                        locale, "transfer.severity." + finding.severity().name().toLowerCase(Locale.ROOT)) + " "
                + sentences.place(place) + ": "
                + words.say(locale, finding.key(), finding.values().toArray());
    }

    private List<String> summary(ImportReport report, boolean dryRun, Locale locale) {
        var counts = report.counts();
        if (counts == null) return List.of(words.say(locale, "transfer.lead.FAILED"));
        var lines = new ArrayList<String>();
        lines.add(words.say(locale, dryRun ? "transfer.counts" : "transfer.counts.done"));
        counts.told().forEach((what, count) -> add(lines, locale, "transfer." + what, count));
        return lines;
    }

    private void add(List<String> lines, Locale locale, String what, ImportCounts.Count count) {
        lines.add(words.say(
                locale,
                "transfer.console.count",
                words.say(locale, what),
                count.added(),
                count.changed(),
                count.unchanged()));
    }
}
