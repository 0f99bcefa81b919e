package org.wirknetz.networkcheck.whatif;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.whatif.Scene.Reason;

/// Takes the steps of a play one after the other, each in the network the ones before it have left.
final class Enacting {

    private static final int MOST_NEWCOMERS = 10;
    private static final int MOST_SEATS = 10;

    private final Chronicle today;
    private final LocalDate day;
    private final Work work;
    private final Acquaintances known;
    private final Predicate<UUID> mayLeave;
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Set<Pair> tied = new HashSet<>();

    private final Set<Pair> added = new LinkedHashSet<>();
    private final Set<Pair> cut = new LinkedHashSet<>();
    private final Set<UUID> gone = new LinkedHashSet<>();
    private final List<Member> newcomers = new ArrayList<>();
    private final Set<UUID> left = new LinkedHashSet<>();
    private final List<Scene.Joined> joined = new ArrayList<>();
    private final List<Scene.Lost> lost = new ArrayList<>();

    /// @param known who knows whom today
    /// @param mayLeave of whom the one who plays may see what rests on them
    Enacting(Chronicle today, LocalDate day, Work work, Acquaintances known, Predicate<UUID> mayLeave) {
        this.today = today;
        this.day = day;
        this.work = work;
        this.known = known;
        this.mayLeave = mayLeave;
        var snapshot = today.asOf(day);
        snapshot.members().forEach(it -> members.put(it.id(), it));
        snapshot.ties().forEach(it -> tied.add(Pair.of(it)));
    }

    Scene of(Play play) {
        var steps = new ArrayList<Step>();
        var dropped = new ArrayList<Scene.Dropped>();
        for (var step : play.steps()) {
            var reason = taken(step);
            if (reason.isEmpty()) steps.add(step);
            else dropped.add(new Scene.Dropped(step, reason.get()));
        }
        var played = played();
        return new Scene(
                new Play(steps, play.unread()),
                played,
                played.asOf(day),
                worked(),
                members,
                added,
                cut,
                gone,
                newcomers,
                joined,
                lost,
                dropped);
    }

    private Optional<Reason> taken(Step step) {
        return switch (step) {
            case Step.Added(var one, var other) -> tie(one, other);
            case Step.Removed(var one, var other) -> cut(one, other);
            case Step.Without(var organisation) -> without(organisation);
            case Step.Newcomer newcomer -> join(newcomer);
            case Step.Leaving(var person) -> leave(person);
            case Step.Sitting seat -> sit(seat);
        };
    }

    private Optional<Reason> tie(UUID one, UUID other) {
        if (!isHere(one) || !isHere(other)) return Optional.of(Reason.NOBODY);
        if (one.equals(other)) return Optional.of(Reason.ITSELF);
        var pair = Pair.of(one, other);
        if (isTied(pair)) return Optional.of(Reason.TIED);
        if (!cut.remove(pair)) added.add(pair);
        return Optional.empty();
    }

    private Optional<Reason> cut(UUID one, UUID other) {
        if (!isHere(one) || !isHere(other)) return Optional.of(Reason.NOBODY);
        var pair = Pair.of(one, other);
        if (!isTied(pair)) return Optional.of(Reason.UNTIED);
        if (!added.remove(pair)) cut.add(pair);
        return Optional.empty();
    }

    private Optional<Reason> without(UUID organisation) {
        if (!isHere(organisation)) return Optional.of(Reason.NOBODY);
        gone.add(organisation);
        added.removeIf(it -> it.touches(organisation));
        cut.removeIf(it -> it.touches(organisation));
        newcomers.removeIf(it -> it.id().equals(organisation));
        joined.removeIf(it -> it.seat().organisation().equals(organisation));
        return Optional.empty();
    }

    private Optional<Reason> join(Step.Newcomer step) {
        if (newcomers.size() == MOST_NEWCOMERS) return Optional.of(Reason.FULL);
        boolean known = members.values().stream().anyMatch(it -> it.name().equalsIgnoreCase(step.name()));
        if (known || members.containsKey(step.id())) return Optional.of(Reason.NAMED);
        var group = today.groups().stream().anyMatch(it -> it.key().equals(step.group())) ? step.group() : "";
        var member = new Member(
                step.id(),
                "what-if-" + step.id(),
                step.name(),
                step.name(),
                group,
                group.isEmpty() ? List.of() : List.of(group),
                "",
                false,
                List.of(new Member.Stay(day, null)));
        members.put(member.id(), member);
        newcomers.add(member);
        return Optional.empty();
    }

    /// The same answer for a person who is not there and one the reader may not ask about.
    private Optional<Reason> leave(UUID person) {
        var now = worked();
        boolean here = now.postsOn(day).stream().anyMatch(it -> it.person().equals(person))
                || now.placesOn(day).stream().anyMatch(it -> person.equals(it.person()))
                || now.attended().stream().anyMatch(it -> person.equals(it.person()));
        if (!here || !mayLeave.test(person)) return Optional.of(Reason.UNKNOWN_PERSON);
        var contacts = known(now).all().lostWith().getOrDefault(person.toString(), List.of());
        var fallen = contacts.stream()
                .map(it -> Pair.of(UUID.fromString(it.one()), UUID.fromString(it.other())))
                .filter(this::isTied)
                .toList();
        for (var pair : fallen) if (!added.remove(pair)) cut.add(pair);
        left.add(person);
        joined.removeIf(it -> it.person().equals(person));
        lost.add(new Scene.Lost(person, fallen));
        return Optional.empty();
    }

    /// Only for whoever may see what rests on people: who sits with whom is told by what an imagined
    /// colleague changes.
    private Optional<Reason> sit(Step.Sitting seat) {
        var person = seat.id();
        if (!mayLeave.test(person)) return Optional.of(Reason.UNKNOWN_PERSON);
        if (!isHere(seat.organisation())) return Optional.of(Reason.NOBODY);
        if (joined.size() == MOST_SEATS) return Optional.of(Reason.TOO_MANY_PEOPLE);
        var now = worked();
        boolean isOpen = now.bodiesOn(day).stream().anyMatch(it -> it.id().equals(seat.body()) && !it.plenary());
        if (!isOpen) return Optional.of(Reason.NO_BODY);
        var there = now.placesOn(day).stream()
                .filter(it -> it.body().equals(seat.body()) && it.person() != null && isHere(it.organisation()))
                .toList();
        if (there.stream().anyMatch(it -> person.equals(it.person()))) return Optional.of(Reason.SEATED);
        int others = there.size() >= Acquaintances.LARGEST_ROUND
                ? 0
                : (int) there.stream()
                        .map(Work.Place::organisation)
                        .filter(it -> !it.equals(seat.organisation()))
                        .distinct()
                        .count();
        left.remove(person);
        joined.add(new Scene.Joined(person, seat, others));
        return Optional.empty();
    }

    /// Who works where and sits where, as the steps so far have it.
    private Work worked() {
        return Joining.in(Remaining.of(work, left, gone), joined, day);
    }

    /// Nobody knows an imagined organisation of which nobody sits anywhere: it changes nothing here.
    private Acquaintances known(Work now) {
        if (left.isEmpty() && gone.isEmpty() && joined.isEmpty()) return known;
        var present = new HashSet<>(members.keySet());
        present.removeAll(gone);
        return Acquaintances.of(now, present, day);
    }

    private boolean isHere(UUID organisation) {
        return members.containsKey(organisation) && !gone.contains(organisation);
    }

    private boolean isTied(Pair pair) {
        return added.contains(pair) || tied.contains(pair) && !cut.contains(pair);
    }

    /// What begins in the play begins on its day, and what ends in it ends there: the past stays as it was.
    private Chronicle played() {
        var everybody = new ArrayList<Member>();
        for (var member : today.members()) everybody.add(gone.contains(member.id()) ? ended(member) : member);
        everybody.addAll(newcomers);
        var ties = new ArrayList<TieRecord>();
        for (var tie : today.ties()) ties.add(isOver(tie) ? ended(tie) : tie);
        added.forEach(it -> ties.add(begun(it)));
        return new Chronicle(today.version(), everybody, ties, today.groups(), today.targets());
    }

    private boolean isOver(TieRecord tie) {
        return tie.holdsOn(day) && (gone.contains(tie.from()) || gone.contains(tie.to()) || cut.contains(Pair.of(tie)));
    }

    private Member ended(Member member) {
        var stays = new ArrayList<Member.Stay>();
        for (var stay : member.stays()) {
            var to = stay.to();
            stays.add(to == null || to.isAfter(day) ? new Member.Stay(stay.from(), day) : stay);
        }
        if (stays.isEmpty()) stays.add(new Member.Stay(null, day));
        return new Member(
                member.id(),
                member.key(),
                member.name(),
                member.shortName(),
                member.group(),
                member.groups(),
                member.area(),
                false,
                stays,
                member.standing());
    }

    private TieRecord ended(TieRecord tie) {
        return new TieRecord(
                tie.id(),
                tie.from(),
                tie.to(),
                tie.kind(),
                tie.strength(),
                tie.mutual(),
                tie.form(),
                tie.source(),
                tie.start(),
                day,
                tie.confirmedByBoth());
    }

    private TieRecord begun(Pair pair) {
        var id = UUID.nameUUIDFromBytes(("what if " + pair).getBytes(StandardCharsets.UTF_8));
        return new TieRecord(id, pair.one(), pair.other(), "INFO", null, true, null, "DECLARED", day, null, true);
    }
}
