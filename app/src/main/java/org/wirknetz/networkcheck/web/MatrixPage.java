package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.platform.web.Choice;

/// Organisations against organisations for one kind of tie.
///
/// @param ties by "from to"
/// @param cut whether there were more organisations than a matrix can hold
public record MatrixPage(
        String kind,
        String kindName,
        List<Choice> kinds,
        List<Choice> rowGroups,
        List<Choice> columnGroups,
        List<Member> rows,
        List<Member> columns,
        Map<String, TieRecord> ties,
        java.util.Set<UUID> own,
        boolean office,
        boolean cut,
        String action) {

    public Cell cell(Member from, Member to) {
        var tie = ties.get(from.id() + " " + to.id());
        return new Cell(from, to, tie, tie == null && !from.id().equals(to.id()) && mayEnter(from, to), action, kind);
    }

    private boolean mayEnter(Member from, Member to) {
        return office || own.contains(from.id()) || own.contains(to.id());
    }

    public String file(String name) {
        return MapFiles.address(name);
    }

    public record Cell(Member from, Member to, @Nullable TieRecord tie, boolean open, String action, String kind) {
        public String sign() {
            if (tie == null) return "";
            var strength = tie.strength();
            return strength == null ? (tie.mutual() ? "↔" : "→") : String.valueOf(strength);
        }
    }
}
