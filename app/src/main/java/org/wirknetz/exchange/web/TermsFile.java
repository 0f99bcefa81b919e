package org.wirknetz.exchange.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.wirknetz.exchange.Terms;
import org.wirknetz.exchange.Terms.NewTerm;
import org.wirknetz.platform.WorkFolder;
import org.wirknetz.platform.tables.FindingSentences;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.Limits;
import org.wirknetz.platform.tables.Place;
import org.wirknetz.platform.tables.Row;
import org.wirknetz.platform.tables.Table;
import org.wirknetz.platform.tables.TableFiles;
import org.wirknetz.platform.tables.Unreadable;

/// A list of terms as a file: the network's own, or an excerpt of KldB (code and title, levels by the digits of the
/// code) or of
/// ESCO (preferredLabel, altLabels). The file is a stranger's: the limits and sentences of the importer hold.
@Component
class TermsFile {

    private static final Limits LIMITS = new Limits(10L << 20, 60L << 20, 24L << 20, 400, Terms.MOST + 1, 60, 20_000);
    private static final int LABEL = 200;
    private static final int SYNONYMS = 4_000;
    private static final int SCHEME = 60;
    private static final int CODE = 120;
    private static final int PROBLEMS = 20;

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "label",
                    List.of(
                            "begriff",
                            "label",
                            "preferredlabel",
                            "titel",
                            "title",
                            "bezeichnung",
                            "benennung",
                            "name",
                            "term"),
            "synonyms", List.of("synonyme", "synonyms", "synonym", "altlabels", "altlabel", "suchworte"),
            "broader", List.of("oberbegriff", "broader", "broaderlabel", "broaderpreferredlabel", "gehortzu"),
            "scheme", List.of("verzeichnis", "scheme"),
            "code",
                    List.of(
                            "kennung",
                            "code",
                            "schlussel",
                            "schlusselkldb2010",
                            "kldb",
                            "kldb2010",
                            "kldbcode",
                            "notation",
                            "concepturi"));

    private final WorkFolder work;
    private final ExchangeDesk desk;

    TermsFile(WorkFolder work, ExchangeDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    /// @param problems with file, sheet, line and column; nothing may be kept where there is one
    record Reading(List<NewTerm> terms, List<String> problems) {}

    Reading read(MultipartFile uploaded) throws IOException {
        var name = Path.of("/" + String.valueOf(uploaded.getOriginalFilename()).replaceAll("[\\\\/\\p{Cntrl}]", "_"))
                .getFileName()
                .toString();
        var folder = work.fresh("terms");
        try {
            var file = folder.resolve(name.length() > 100 ? name.substring(name.length() - 100) : name);
            try (var in = uploaded.getInputStream()) {
                Files.copy(in, file);
            }
            return read(file);
        } finally {
            WorkFolder.remove(folder);
        }
    }

    private Reading read(Path file) throws IOException {
        var findings = new Findings();
        var sentences = new FindingSentences(desk.locale());
        var problems = new ArrayList<String>();
        var terms = new ArrayList<NewTerm>();
        try (var files = TableFiles.open(List.of(file), LIMITS, findings)) {
            boolean named = false;
            for (var table : files.tables()) named |= read(table, terms, problems, sentences);
            if (!named && findings.errors() == 0) problems.add(desk.say("exchange.terms.file.no-label"));
        } catch (Unreadable broken) {
            problems.add(sentences.line(broken.finding()));
        }
        findings.all().stream()
                .filter(it -> it.severity() == org.wirknetz.platform.tables.Severity.ERROR)
                .map(sentences::line)
                .forEach(problems::add);
        return new Reading(byDigits(terms), List.copyOf(problems));
    }

    /// @return whether the table has a column of labels
    private boolean read(Table table, List<NewTerm> terms, List<String> problems, FindingSentences sentences) {
        try (var rows = table.rows()) {
            var each = rows.iterator();
            if (!each.hasNext()) return false;
            var columns = columns(each.next());
            if (!columns.containsKey("label")) return false;
            var scheme = columns.getOrDefault("scheme of code", -1) == 0 ? "KldB 2010" : "";
            while (each.hasNext() && problems.size() < PROBLEMS) {
                var row = each.next();
                var label = Folded.tidy(text(row, columns, "label"));
                if (label.isEmpty() || label.startsWith("#")) continue;
                var broader = Folded.tidy(text(row, columns, "broader"));
                if (label.length() > LABEL || broader.length() > LABEL) {
                    problems.add(at(row.at(), sentences) + ": " + desk.say("exchange.terms.line.long"));
                    continue;
                }
                var code = cut(Folded.tidy(text(row, columns, "code")), CODE);
                var own = cut(Folded.tidy(text(row, columns, "scheme")), SCHEME);
                terms.add(new NewTerm(
                        label,
                        synonyms(text(row, columns, "synonyms")),
                        broader,
                        own.isEmpty() ? code.contains("/esco/") ? "ESCO" : code.isEmpty() ? "" : scheme : own,
                        code));
                if (terms.size() > Terms.MOST) {
                    problems.add(desk.say("exchange.terms.too-many", Terms.MOST));
                    break;
                }
            }
            return true;
        }
    }

    private static String at(Place place, FindingSentences sentences) {
        return sentences.place(place);
    }

    private static Map<String, Integer> columns(Row headings) {
        var columns = new HashMap<String, Integer>();
        HEADINGS.forEach((field, words) -> {
            for (var word : words) {
                for (int column = 0; column < headings.cells().size(); column++) {
                    var heading = Folded.heading(headings.cell(column).text());
                    if (!heading.equals(word) || columns.containsKey(field)) continue;
                    columns.put(field, column);
                    if (heading.contains("kldb")) columns.put("scheme of code", 0);
                }
            }
        });
        return columns;
    }

    private static String text(Row row, Map<String, Integer> columns, String field) {
        return row.cell(columns.getOrDefault(field, -1)).text().strip();
    }

    /// Separated by |, semicolons or, as ESCO does, by lines; what is too long ends after a whole word.
    private static String synonyms(String text) {
        var kept = new StringBuilder();
        for (var one : text.split("[|;\\r\\n]+")) {
            var synonym = Folded.tidy(one);
            if (synonym.isEmpty() || synonym.length() > LABEL) continue;
            if (kept.length() + synonym.length() + 1 > SYNONYMS) break;
            if (!kept.isEmpty()) kept.append('|');
            kept.append(synonym);
        }
        return kept.toString();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /// In the KldB 51312 belongs to 5131, 513, 51 and 5: the nearest of them in the list is the wider term.
    private static List<NewTerm> byDigits(List<NewTerm> terms) {
        var byCode = new HashMap<String, NewTerm>();
        for (var term : terms) if (term.code().matches("[0-9]{1,5}")) byCode.putIfAbsent(term.code(), term);
        var wider = new ArrayList<NewTerm>(terms.size());
        for (var term : terms) wider.add(term.broader().isEmpty() ? widened(term, byCode) : term);
        return List.copyOf(wider);
    }

    private static NewTerm widened(NewTerm term, Map<String, NewTerm> byCode) {
        var code = term.code();
        if (!code.matches("[0-9]{2,5}")) return term;
        for (int digits = code.length() - 1; digits > 0; digits--) {
            var above = byCode.get(code.substring(0, digits));
            if (above != null && !above.label().equalsIgnoreCase(term.label()))
                return new NewTerm(term.label(), term.synonyms(), above.label(), term.scheme(), code);
        }
        return term;
    }
}
