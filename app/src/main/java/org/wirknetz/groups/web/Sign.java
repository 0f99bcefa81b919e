package org.wirknetz.groups.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirknetz.groups.GroupKind;
import org.wirknetz.groups.Part;

/// Something seen at a group that is worth a word (German: *Gesprächsanlass*). Its words name the rule and what makes
/// it go
/// away.
///
/// @param key of the words `groups.sign.…` and `groups.sign.….why`
/// @param values that fill them
public record Sign(String key, Object... values) {

    private static final int QUIET_WITHOUT_RHYTHM = 180;

    /// Of an open group; a closed one has said its word.
    ///
    /// @param desk says days as people read them
    static List<Sign> of(GroupPage page, GroupsDesk desk, LocalDate today) {
        var card = page.card();
        if (!card.open()) return List.of();
        var signs = new ArrayList<Sign>();
        if (page.holds(Part.LEAD).isEmpty()) signs.add(new Sign("no-lead"));
        if (page.holds(Part.DEPUTY).isEmpty()) signs.add(new Sign("no-deputy"));
        if (card.mandate() == null) signs.add(new Sign("no-mandate"));
        if (card.rules() == null) signs.add(new Sign("no-rules"));
        if (card.kind().equals(GroupKind.WORKING_GROUP.name()) && card.expected() == null)
            signs.add(new Sign("no-expected"));
        var lastDay = card.lastDay();
        if (lastDay != null && lastDay.isBefore(today)) signs.add(new Sign("term-over", desk.date(lastDay)));
        notMet(page, desk, today).ifPresent(signs::add);
        var unnamed = page.present().stream()
                .filter(it -> it.person() == null)
                .map(GroupPage.Member::organisationName)
                .distinct()
                .toList();
        if (!unnamed.isEmpty()) signs.add(new Sign("unnamed", String.join(", ", unnamed)));
        for (var overlap : page.overlaps())
            signs.add(new Sign("overlap", overlap.name(), overlap.shared(), overlap.together()));
        return List.copyOf(signs);
    }

    /// Silent for twice its rhythm, or for half a year where it has none, and nothing planned.
    private static Optional<Sign> notMet(GroupPage page, GroupsDesk desk, LocalDate today) {
        var rhythm = page.card().rhythmDays();
        int patience = rhythm == null ? QUIET_WITHOUT_RHYTHM : 2 * rhythm;
        var last = page.last().map(GroupPage.Meeting::on);
        long silent = ChronoUnit.DAYS.between(last.orElse(page.card().foundedOn()), today);
        if (silent <= patience || page.next().isPresent()) return Optional.empty();
        return Optional.of(
                last.isPresent()
                        ? new Sign("not-met", desk.date(last.get()), silent, patience)
                        : new Sign("never-met", desk.date(page.card().foundedOn()), patience));
    }
}
