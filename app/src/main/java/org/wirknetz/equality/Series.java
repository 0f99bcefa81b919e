package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was published before by the same definition of the same subject: against these a new publication is
/// guarded. Lines are known again by their strand, whatever they are called.
///
/// @param former the newest last
record Series(List<Former> former) {

    /// What somebody gave to one published number.
    ///
    /// @param organisation null where whose it was is forgotten
    record Part(UUID line, @Nullable UUID organisation, String place, long number) {}

    /// One line as it was published.
    record Published(UUID id, int position, String name, Measure measure, UUID strand) {}

    /// One publication with the counts it was made from, by the strand of each line.
    record Former(Release release, Map<UUID, Published> lines, Map<UUID, Map<String, Long>> basis, List<Part> parts) {

        boolean has(UUID strand) {
            return lines.containsKey(strand);
        }

        Map<String, Long> answers(UUID strand) {
            return Objects.requireNonNull(basis.get(strand));
        }

        Release.Line line(UUID strand) {
            int position = Objects.requireNonNull(lines.get(strand)).position();
            return release.parts().stream()
                    .filter(it -> it.position() == position)
                    .findFirst()
                    .orElseThrow();
        }

        UUID strand(Release.Line line) {
            return lines.values().stream()
                    .filter(it -> it.position() == line.position())
                    .findFirst()
                    .map(Published::strand)
                    .orElseThrow();
        }

        /// The largest first.
        List<Part> parts(UUID strand, String place) {
            var line = Objects.requireNonNull(lines.get(strand)).id();
            return parts.stream()
                    .filter(it -> it.line().equals(line) && it.place().equals(place))
                    .sorted((one, other) -> Long.compare(other.number(), one.number()))
                    .toList();
        }

        /// The largest part of each column of each line, or the second largest; 0 where there is none.
        long[][] parts(List<UUID> strands, Sheet sheet, int rank) {
            return strands.stream()
                    .map(strand -> sheet.columns().stream()
                            .map(it -> parts(strand, it))
                            .mapToLong(it -> rank < it.size() ? it.get(rank).number() : 0)
                            .toArray())
                    .toArray(long[][]::new);
        }

        /// The most that anybody gave; 0 where it is not known.
        long most(UUID strand, String place) {
            return parts(strand, place).stream().mapToLong(Part::number).max().orElse(0);
        }

        /// What it was made from stayed elsewhere: all that is known of it is what was printed.
        boolean restored() {
            return release.head().restored();
        }

        LocalDate reportingOn() {
            return release.head().reportingOn();
        }
    }

    Optional<Former> last() {
        return former.isEmpty() ? Optional.empty() : Optional.of(former.getLast());
    }

    /// The newest publication in which a line stood.
    Optional<Former> last(UUID strand) {
        return former.reversed().stream().filter(it -> it.has(strand)).findFirst();
    }

    /// Numbers by which a reader knows rows again: the same line with the same counts is the same number,
    /// in whatever publication.
    int[] numbers(Sheet sheet) {
        var kinds = kinds(sheet);
        return sheet.rows().stream()
                .map(it -> kind(it.place().strand(), it.counts()))
                .mapToInt(it -> kinds.computeIfAbsent(it, fresh -> kinds.size()))
                .toArray();
    }

    int[] numbers(Former one, Sheet sheet) {
        var kinds = kinds(sheet);
        return one.release().parts().stream()
                .map(one::strand)
                .map(it -> kind(it, sheet.counts(one.answers(it))))
                .mapToInt(it -> Objects.requireNonNull(kinds.get(it)))
                .toArray();
    }

    /// All that was published, in the columns of a sheet.
    private Map<String, Integer> kinds(Sheet sheet) {
        var kinds = new HashMap<String, Integer>();
        for (var it : former)
            it.basis().forEach((row, answers) -> kinds.putIfAbsent(kind(row, sheet.counts(answers)), kinds.size()));
        return kinds;
    }

    private static String kind(UUID strand, long[] counts) {
        return strand + Arrays.toString(counts);
    }

    static Series of(JdbcClient db, String definition, Subject subject) {
        var former = new ArrayList<Former>();
        for (var head : Release.all(db).reversed())
            if (head.definition().equals(definition) && head.subject() == subject) former.add(former(db, head));
        return new Series(former);
    }

    private static Former former(JdbcClient db, Release.Head head) {
        var lines = new HashMap<UUID, Published>();
        var basis = new HashMap<UUID, Map<String, Long>>();
        var sums = CountKeeping.tally(db, head.collection()).sums();
        db.sql("select id, position, name, measure, strand from equality.line where collection = ?")
                .param(head.collection())
                .query(Published.class)
                .list()
                .forEach(it -> {
                    lines.put(it.strand(), it);
                    basis.put(it.strand(), sums.getOrDefault(it.id(), Map.of()));
                });
        return new Former(Release.of(db, head.id()), lines, basis, CountKeeping.parts(db, head.collection()));
    }
}
