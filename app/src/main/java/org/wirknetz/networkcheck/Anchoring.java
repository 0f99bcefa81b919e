package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.analysis.PersonalContacts.Level;

/// How firmly the work is anchored inside each partner (capabilities C16.6, F12; German: *interne Verankerung*).
///
/// Of the six kinds of evidence that F12 names, three can be read from the work: an agreement in force, a deputy for a
/// function held, somebody operative who took part within twelve months. Hours in a job description, an own budget line
/// and a report to the board are known to the partner alone and are not guessed.
///
/// @param partners without the coordination office, by name
public record Anchoring(List<Partner> partners) {

    /// @param agreement somebody in the network has an agreement with them that it may know of
    /// @param deputy somebody stands in for a function one of them holds
    /// @param operative somebody operative of theirs sits in a group or was at a meeting
    public record Partner(Member member, boolean agreement, boolean deputy, boolean operative) {
        public int level() {
            return (agreement ? 1 : 0) + (deputy ? 1 : 0) + (operative ? 1 : 0);
        }
    }

    public Anchoring {
        partners = List.copyOf(partners);
    }

    public static Anchoring of(Snapshot snapshot, Work work, LocalDate day) {
        var bound = new HashSet<UUID>();
        for (var tie : snapshot.ties()) {
            if (!tie.kind().equals("AGREEMENT")) continue;
            bound.add(tie.from());
            bound.add(tie.to());
        }
        var deputised = work.functionsOn(day).stream()
                .filter(it -> it.deputy() != null)
                .map(Work.Function::organisation)
                .collect(Collectors.toSet());
        var operative = operative(work, day);
        var partners = new ArrayList<Partner>();
        for (var member : snapshot.members()) {
            if (member.coordinator()) continue;
            partners.add(new Partner(
                    member,
                    bound.contains(member.id()),
                    deputised.contains(member.id()),
                    operative.contains(member.id())));
        }
        partners.sort(Comparator.comparing(it -> it.member().name()));
        return new Anchoring(partners);
    }

    private static Set<UUID> operative(Work work, LocalDate day) {
        record Seat(UUID person, UUID organisation) {}
        var does = work.postsOn(day).stream()
                .filter(it -> it.level() == Level.OPERATIONAL)
                .map(it -> new Seat(it.person(), it.organisation()))
                .collect(Collectors.toSet());
        var found = new HashSet<UUID>();
        for (var place : work.placesOn(day)) {
            var person = place.person();
            if (person != null && does.contains(new Seat(person, place.organisation())))
                found.add(place.organisation());
        }
        var held = work.heldInYearTo(day).stream().map(Work.Gathering::id).collect(Collectors.toSet());
        for (var one : work.attended()) {
            var person = one.person();
            if (person != null && held.contains(one.gathering()) && does.contains(new Seat(person, one.organisation())))
                found.add(one.organisation());
        }
        return found;
    }

    public int with(int level) {
        return (int) partners.stream().filter(it -> it.level() == level).count();
    }
}
