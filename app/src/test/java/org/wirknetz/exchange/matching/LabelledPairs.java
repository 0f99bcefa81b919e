package org.wirknetz.exchange.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Needs and offers with judgements (`matching/pairs.csv`), and how well somebody ranks them.
record LabelledPairs(List<Pair> pairs) {

    record Pair(String split, String need, String offer, int label) {}

    /// @param precision of the first five, as a share of what can be right among them
    /// @param recall of all that fits, among the first five
    record Quality(int needs, double precision, double possible, double recall) {
        @Override
        public String toString() {
            return "%d needs: precision@5 %.3f (at best %.3f), recall@5 %.3f"
                    .formatted(needs, precision, possible, recall);
        }
    }

    static LabelledPairs read() throws IOException {
        var pairs = new ArrayList<Pair>();
        for (var line : lines("pairs.csv")) {
            var cells = line.split(";");
            if (cells[0].equals("split")) continue;
            pairs.add(new Pair(cells[0], cells[1], cells[2], Integer.parseInt(cells[3])));
        }
        return new LabelledPairs(List.copyOf(pairs));
    }

    private static List<String> lines(String file) throws IOException {
        try (var in = Objects.requireNonNull(LabelledPairs.class.getResourceAsStream("/matching/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#") && !it.isBlank())
                    .toList();
        }
    }

    /// The words of the demo network: written before the pairs, and not for them.
    static List<Thesaurus.Term> thesaurus() throws IOException {
        var ids = new LinkedHashMap<String, UUID>();
        var rows = Files.readAllLines(Path.of("src/main/resources/demo/terms.csv")).stream()
                .filter(it -> !it.startsWith("#") && !it.startsWith("label;"))
                .map(it -> it.split(";", -1))
                .toList();
        for (var row : rows) ids.put(row[0], UUID.nameUUIDFromBytes(row[0].getBytes(StandardCharsets.UTF_8)));
        return rows.stream()
                .map(row -> new Thesaurus.Term(
                        Objects.requireNonNull(ids.get(row[0])),
                        row[0],
                        row[1],
                        row[2].isEmpty() ? null : ids.get(row[2])))
                .toList();
    }

    Set<String> offers() {
        var offers = new LinkedHashSet<String>();
        pairs.forEach(it -> offers.add(it.offer()));
        return offers;
    }

    /// Every need is put to all offers of the file, those of the other split among them: more to be mistaken about.
    Quality measure(String split, Function<String, List<String>> ranking) {
        Map<String, List<Pair>> needs = new LinkedHashMap<>();
        for (var pair : pairs)
            if (pair.split().equals(split))
                needs.computeIfAbsent(pair.need(), it -> new ArrayList<>()).add(pair);
        double precision = 0;
        double possible = 0;
        double recall = 0;
        for (var need : needs.entrySet()) {
            var fitting = need.getValue().stream()
                    .filter(it -> it.label() > 0)
                    .map(Pair::offer)
                    .toList();
            var first = ranking.apply(need.getKey()).stream().limit(5).toList();
            long right = first.stream().filter(fitting::contains).count();
            precision += right / 5.0;
            possible += Math.min(5, fitting.size()) / 5.0;
            recall += right / (double) fitting.size();
        }
        int size = needs.size();
        return new Quality(size, precision / size, possible / size, recall / size);
    }
}
