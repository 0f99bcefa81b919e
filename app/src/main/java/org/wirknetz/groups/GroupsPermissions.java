package org.wirknetz.groups;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may see and change which group. What somebody may not read, the database does not show either.
@Component
public class GroupsPermissions implements PermissionSentences, TakingBack {

    private final JdbcClient db;

    GroupsPermissions(JdbcClient db) {
        this.db = db;
    }

    /// The list: everybody finds there what is open to them, a funder names and purposes.
    public boolean enter(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    /// A whole group, as far as the database shows it.
    public boolean see(Visitor visitor) {
        return visitor.isInside();
    }

    public boolean found(Visitor visitor) {
        return visitor.isOffice();
    }

    /// The office, and whoever leads the group or stands in for that.
    public boolean lead(Visitor visitor, UUID group) {
        return visitor.isOffice()
                || visitor.isInside()
                        && db.sql("select :group in (select groups.led())")
                                .param("group", group)
                                .query(Boolean.class)
                                .single();
    }

    public boolean remove(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        var inside = EnumSet.complementOf(EnumSet.of(Role.FUNDER));
        return List.of(
                new Sentence("groups.may.see", inside, "groups.only.visible"),
                new Sentence("groups.may.know", Set.of(Role.FUNDER), "groups.only.network"),
                Sentence.of("groups.may.found", Role.OFFICE),
                new Sentence("groups.may.lead", inside, "groups.only.lead"));
    }

    @Override
    public String schema() {
        return "groups";
    }

    /// Whoever leads the group takes back what was changed in it; only the office what was removed.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        var group = row.table().equals("groups.body")
                ? row.record()
                : row.references().get("group_id");
        return group != null && lead(visitor, group);
    }
}
