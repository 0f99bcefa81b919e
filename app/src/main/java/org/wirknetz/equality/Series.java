package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was published before by the same definition of the same subject: against these a new publication is
/// guarded.
///
/// @param former the newest last
record Series(List<Former> former) {

    /// One publication with the counts it was made from, by the folded name of each line.
    record Former(Release release, Map<String, Map<String, Long>> basis) {

        boolean has(String name) {
            return basis.containsKey(folded(name));
        }

        Map<String, Long> answers(String name) {
            return Objects.requireNonNull(basis.get(folded(name)));
        }

        Optional<Release.Line> line(String name) {
            return release.parts().stream()
                    .filter(it -> folded(it.name()).equals(folded(name)))
                    .findFirst();
        }

        LocalDate reportingOn() {
            return release.head().reportingOn();
        }
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Former> last() {
        return former.isEmpty() ? Optional.empty() : Optional.of(former.getLast());
    }

    /// The newest publication in which a line of this name stood.
    Optional<Former> last(String name) {
        return former.reversed().stream().filter(it -> it.has(name)).findFirst();
    }

    /// Numbers by which a reader knows rows again: the same name with the same counts is the same number, in whatever
    /// publication.
    int[] numbers(Sheet sheet) {
        return sheet.rows().stream()
                .mapToInt(it -> number(it.place().name(), it.counts(), sheet))
                .toArray();
    }

    int[] numbers(Former one, Sheet sheet) {
        return one.release().parts().stream()
                .mapToInt(it -> number(it.name(), sheet.counts(one.answers(it.name())), sheet))
                .toArray();
    }

    private int number(String name, long[] counts, Sheet sheet) {
        var kinds = new ArrayList<String>();
        for (var it : former) it.basis().forEach((row, answers) -> kinds.add(kind(row, sheet.counts(answers))));
        for (var row : sheet.rows()) kinds.add(kind(row.place().name(), row.counts()));
        return kinds.indexOf(kind(name, counts));
    }

    private static String kind(String name, long[] counts) {
        return folded(name) + Arrays.toString(counts);
    }

    private record Named(UUID id, String name) {}

    static Series of(JdbcClient db, String definition, Subject subject) {
        var former = new ArrayList<Former>();
        for (var head : Release.all(db).reversed()) {
            if (!head.definition().equals(definition) || head.subject() != subject) continue;
            var names = new HashMap<UUID, String>();
            db.sql("select id, name from equality.line where collection = ?")
                    .param(head.collection())
                    .query(Named.class)
                    .list()
                    .forEach(it -> names.put(it.id(), folded(it.name())));
            var basis = new HashMap<String, Map<String, Long>>();
            names.values().forEach(name -> basis.put(name, new HashMap<>()));
            DisclosureControl.tally(db, head.collection())
                    .sums()
                    .forEach((line, answers) -> basis.put(Objects.requireNonNull(names.get(line)), answers));
            former.add(new Former(Release.of(db, head.id()), basis));
        }
        return new Series(former);
    }
}
