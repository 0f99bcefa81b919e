package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.KeptChanges;
import org.wirknetz.access.KeptChanges.Kept;
import org.wirknetz.platform.web.Deed;

/// What became of one tie: entered, confirmed by either side, corrected, ended.
@Component
class TieHistory {

    /// In the order a person reads a tie.
    private static final List<String> FIELDS =
            List.of("kind", "strength", "mutual", "form", "valid_from", "valid_to", "note");

    private final KeptChanges kept;
    private final CheckDesk desk;

    TieHistory(KeptChanges kept, CheckDesk desk) {
        this.kept = kept;
        this.desk = desk;
    }

    /// @param kinds names of the kinds by key
    /// @param undoable only the office takes whole changes back
    List<Deed> of(TieList.Row tie, Map<String, String> kinds, boolean undoable) {
        return kept.of(List.of(tie.id())).stream()
                .map(entry -> deed(entry, tie, kinds, undoable))
                .toList();
    }

    private Deed deed(Kept entry, TieList.Row tie, Map<String, String> kinds, boolean undoable) {
        return new Deed(
                entry.change(),
                entry.at(),
                entry.who(),
                desk.say("networkcheck.tie.history." + entry.verb()),
                "",
                entry.verb().equals("update") ? shifts(entry, tie, kinds) : List.of(),
                entry.undone(),
                entry.small() && undoable);
    }

    private List<Deed.Shift> shifts(Kept entry, TieList.Row tie, Map<String, String> kinds) {
        var shifts = new ArrayList<Deed.Shift>();
        for (var field : FIELDS) {
            var before = entry.before().get(field);
            var after = entry.after().get(field);
            if (Objects.equals(before, after)) continue;
            shifts.add(new Deed.Shift(label(field), word(field, before, kinds), word(field, after, kinds)));
        }
        side(entry, "from_confirmed_at", tie.fromName()).ifPresent(shifts::add);
        side(entry, "to_confirmed_at", tie.toName()).ifPresent(shifts::add);
        return shifts;
    }

    private Optional<Deed.Shift> side(Kept entry, String column, String name) {
        boolean before = entry.before().containsKey(column);
        boolean after = entry.after().containsKey(column);
        if (before == after) return Optional.empty();
        var open = desk.say("networkcheck.tie.history.unconfirmed");
        var sure = desk.say("networkcheck.tie.history.confirmed");
        return Optional.of(new Deed.Shift(name, before ? sure : open, after ? sure : open));
    }

    private String label(String field) {
        return switch (field) {
            case "kind", "strength" -> desk.say("networkcheck.ties.column." + field);
            case "mutual" -> desk.say("networkcheck.tie.history.direction");
            case "valid_from" -> desk.say("networkcheck.tie.start");
            case "valid_to" -> desk.say("networkcheck.tie.end");
            default -> desk.say("networkcheck.tie." + field);
        };
    }

    private String word(String field, @Nullable String value, Map<String, String> kinds) {
        if (value == null) return "";
        return switch (field) {
            case "kind" -> kinds.getOrDefault(value, value);
            case "strength" -> desk.say("networkcheck.tie.strength." + value);
            case "mutual" -> desk.say("networkcheck.tie.history.mutual." + value);
            case "form" -> desk.say("networkcheck.form." + value);
            case "valid_from", "valid_to" -> date(LocalDate.parse(value));
            default -> value;
        };
    }

    private String date(LocalDate day) {
        var pattern = desk.locale().equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy";
        return day.format(DateTimeFormatter.ofPattern(pattern, desk.locale()));
    }
}
