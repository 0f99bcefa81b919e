package org.wirknetz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lists that are imported: 20,000 organisations, 60,000 people, 20,000 mandates; then 40,000 ties.
final class Lists {

    private static final String[] KINDS = {
        "Handwerksbetrieb", "Metallbau", "Bildungswerk", "Verein", "Jobcenter", "Caritas"
    };
    private static final String[] FAMILIES = {
        "Müller", "Yıldız", "Weber", "Petrenko", "Demir", "Hartwig", "Groß", "Nowak"
    };

    private Lists() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newBufferedWriter(folder.resolve("organisations.csv"))) {
            out.write("key;name;group;area;email;city;member_from;member_to\n");
            for (int i = 0; i < 20_000; i++) {
                out.write("o%d;%s %s %d;%s;Gebiet %d;%s;Ort %d;%s;%s\n"
                        .formatted(
                                i,
                                KINDS[i % 6],
                                FAMILIES[i % 8],
                                i,
                                KINDS[i % 6],
                                i % 20,
                                i % 50 == 0 ? "" : "o" + i + "@t" + i + ".example",
                                i % 300,
                                i % 3 == 0 ? "" : "20%02d-0%d-01".formatted(10 + i % 15, 1 + i % 9),
                                i % 12 == 1 ? "2026-06-30" : ""));
            }
        }
        try (var out = Files.newBufferedWriter(folder.resolve("people.csv"))) {
            out.write("key;given_name;family_name;email\n");
            for (int i = 0; i < 60_000; i++)
                out.write("p%d;Vor%d;%s;p%d@t.example\n".formatted(i, i % 900, FAMILIES[i % 8], i));
        }
        try (var out = Files.newBufferedWriter(folder.resolve("mandates.csv"))) {
            out.write("person;organisation;function;level;from\n");
            for (int i = 0; i < 20_000; i++) out.write("p%d;o%d;Beratung;operativ;2024-01-01\n".formatted(i * 3, i));
        }
        return folder;
    }

    /// Two ties for each organisation, in a folder of their own: imported afterwards.
    static Path ties(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newBufferedWriter(folder.resolve("ties.csv"))) {
            out.write("from;to;kind;strength;from_date;to_date\n");
            for (int i = 0; i < 20_000; i++) {
                for (int n = 1; n <= 2; n++) {
                    out.write("o%d;o%d;%s;%d;20%02d-0%d-01;%s\n"
                            .formatted(
                                    i,
                                    (i + n * (1 + i % 97)) % 20_000,
                                    n == 1 ? "INFO" : "REFERRAL",
                                    1 + i % 5,
                                    15 + i % 10,
                                    1 + i % 9,
                                    i % 11 == 0 ? "2026-03-31" : ""));
                }
            }
        }
        return folder;
    }
}
