package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts.Level;

/// On which level of itself each partner takes part (capabilities C12.5, F5; German: *Beschränkung auf die
/// Leitungsebene*): whom one knows there, who of them was at a meeting within twelve months, and when
/// somebody operative last was.
///
/// Whoever works on two levels counts on both, and as operative where one has to be chosen. To have taken
/// part is to have been present under one's name; who sits in a group is told beside it.
///
/// @param partners without the coordination office, by name
/// @param rounds groups that are at work, without plenaries, by name
/// @param unnamed times a partner was present within twelve months and nobody noted by whom
public record Levels(List<Partner> partners, List<Round> rounds, int unnamed) {

    /// @param people who work on this level today
    /// @param seated those of them who sit in a group
    /// @param present those of them who were at a meeting within twelve months
    /// @param last day of the last meeting at which somebody was who worked on this level then; null where
    ///     none is known
    public record Cell(
            int people, int seated, int present, @Nullable LocalDate last) {

        static final Cell NOBODY = new Cell(0, 0, 0, null);
    }

    public enum Standing {
        /// somebody operative was at a meeting within twelve months
        OPERATIVE,
        /// others were, nobody operative, though some are known
        WITHOUT,
        /// others were, and nobody operative is known
        UNNAMED,
        /// nobody whose level is known was there
        ABSENT
    }

    /// @param present people of a known level who were at a meeting within twelve months
    /// @param operative those of them who work operatively
    /// @param doers who works operatively and sits in a group or was at a meeting within twelve months
    /// @param without people of whom nobody has said the level
    public record Partner(
            Member member, Map<Level, Cell> cells, int present, int operative, Set<UUID> doers, int without) {
        public Partner {
            cells = Map.copyOf(cells);
            doers = Set.copyOf(doers);
        }

        public Cell cell(Level level) {
            return cells.getOrDefault(level, Cell.NOBODY);
        }

        public Standing standing() {
            if (operative > 0) return Standing.OPERATIVE;
            if (present == 0) return Standing.ABSENT;
            return cell(Level.OPERATIONAL).people() > 0 ? Standing.WITHOUT : Standing.UNNAMED;
        }
    }

    /// A group as the topic on which people work.
    ///
    /// @param operative who of them works operatively
    /// @param levelled who of them has a known level
    /// @param seated people of partners who sit in it
    public record Round(Work.Body body, int operative, int levelled, int seated) {}

    public Levels {
        partners = List.copyOf(partners);
        rounds = List.copyOf(rounds);
    }

    private record Somebody(UUID person, UUID organisation) {}

    public static Levels of(Snapshot snapshot, Work work, LocalDate day) {
        var members = snapshot.members().stream()
                .filter(it -> !it.coordinator())
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::id))
                .toList();
        var known = levels(work.postsOn(day));
        var open = work.bodiesOn(day);
        var seated = seated(work, open, day);
        var present = present(work, day);
        var lasts = lasts(work, day);
        var partners = new ArrayList<Partner>();
        var byPartner = known.entrySet().stream()
                .collect(Collectors.groupingBy(it -> it.getKey().organisation()));
        for (var member : members)
            partners.add(partner(
                    member,
                    byPartner.getOrDefault(member.id(), List.of()),
                    seated,
                    present,
                    lasts.getOrDefault(member.id(), Map.of())));
        var ids = members.stream().map(Member::id).collect(Collectors.toSet());
        return new Levels(partners, rounds(work, open, ids, known, day), unnamed(work, ids, day));
    }

    private static Map<Somebody, Set<Level>> levels(List<Work.Post> posts) {
        var known = new HashMap<Somebody, Set<Level>>();
        for (var post : posts) {
            var levels = known.computeIfAbsent(
                    new Somebody(post.person(), post.organisation()), it -> EnumSet.noneOf(Level.class));
            if (post.level() != null) levels.add(post.level());
        }
        return known;
    }

    private static Set<Somebody> seated(Work work, List<Work.Body> open, LocalDate day) {
        var bodies = open.stream().map(Work.Body::id).collect(Collectors.toSet());
        var seated = new HashSet<Somebody>();
        for (var place : work.placesOn(day)) {
            if (place.person() != null && bodies.contains(place.body()))
                seated.add(new Somebody(place.person(), place.organisation()));
        }
        return seated;
    }

    private static Set<Somebody> present(Work work, LocalDate day) {
        var held = work.heldInYearTo(day).stream().map(Work.Gathering::id).collect(Collectors.toSet());
        var present = new HashSet<Somebody>();
        for (var one : work.attended()) {
            if (one.person() != null && held.contains(one.gathering()))
                present.add(new Somebody(one.person(), one.organisation()));
        }
        return present;
    }

    /// The last day on which each organisation was there by somebody who worked on the level then.
    private static Map<UUID, Map<Level, LocalDate>> lasts(Work work, LocalDate day) {
        var posts = work.posts().stream()
                .filter(it -> it.level() != null)
                .collect(Collectors.groupingBy(it -> new Somebody(it.person(), it.organisation())));
        var held = work.gatherings().stream()
                .filter(it -> !it.cancelled() && !it.on().isAfter(day))
                .collect(Collectors.toMap(Work.Gathering::id, Work.Gathering::on));
        var lasts = new HashMap<UUID, Map<Level, LocalDate>>();
        for (var one : work.attended()) {
            var on = held.get(one.gathering());
            if (on == null || one.person() == null) continue;
            for (var post : posts.getOrDefault(new Somebody(one.person(), one.organisation()), List.of())) {
                if (post.level() != null && Work.holds(post.from(), post.to(), on))
                    lasts.computeIfAbsent(one.organisation(), it -> new EnumMap<>(Level.class))
                            .merge(post.level(), on, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return lasts;
    }

    private static Partner partner(
            Member member,
            List<Map.Entry<Somebody, Set<Level>>> people,
            Set<Somebody> seated,
            Set<Somebody> present,
            Map<Level, LocalDate> last) {
        var cells = new EnumMap<Level, Cell>(Level.class);
        for (var level : Level.values()) {
            var these = people.stream()
                    .filter(it -> it.getValue().contains(level))
                    .map(Map.Entry::getKey)
                    .toList();
            cells.put(
                    level,
                    new Cell(
                            these.size(),
                            (int) these.stream().filter(seated::contains).count(),
                            (int) these.stream().filter(present::contains).count(),
                            last.get(level)));
        }
        var there = people.stream()
                .filter(it -> !it.getValue().isEmpty() && present.contains(it.getKey()))
                .toList();
        return new Partner(
                member,
                cells,
                there.size(),
                (int) there.stream()
                        .filter(it -> it.getValue().contains(Level.OPERATIONAL))
                        .count(),
                people.stream()
                        .filter(it -> it.getValue().contains(Level.OPERATIONAL)
                                && (seated.contains(it.getKey()) || present.contains(it.getKey())))
                        .map(it -> it.getKey().person())
                        .collect(Collectors.toSet()),
                (int) people.stream().filter(it -> it.getValue().isEmpty()).count());
    }

    private static List<Round> rounds(
            Work work, List<Work.Body> open, Set<UUID> members, Map<Somebody, Set<Level>> known, LocalDate day) {
        var places = work.placesOn(day);
        var rounds = new ArrayList<Round>();
        for (var body : open) {
            if (body.plenary()) continue;
            var seated = new HashSet<Somebody>();
            for (var place : places) {
                if (place.person() != null && place.body().equals(body.id()) && members.contains(place.organisation()))
                    seated.add(new Somebody(place.person(), place.organisation()));
            }
            var levels = seated.stream()
                    .map(it -> known.getOrDefault(it, Set.of()))
                    .filter(it -> !it.isEmpty())
                    .toList();
            rounds.add(new Round(
                    body,
                    (int) levels.stream()
                            .filter(it -> it.contains(Level.OPERATIONAL))
                            .count(),
                    levels.size(),
                    seated.size()));
        }
        rounds.sort(Comparator.comparing((Round it) -> it.body().name())
                .thenComparing(it -> it.body().id()));
        return rounds;
    }

    private static int unnamed(Work work, Set<UUID> members, LocalDate day) {
        var held = work.heldInYearTo(day).stream().map(Work.Gathering::id).collect(Collectors.toSet());
        return (int) work.attended().stream()
                .filter(it ->
                        it.person() == null && members.contains(it.organisation()) && held.contains(it.gathering()))
                .count();
    }

    public long with(Standing standing) {
        return partners.stream().filter(it -> it.standing() == standing).count();
    }
}
