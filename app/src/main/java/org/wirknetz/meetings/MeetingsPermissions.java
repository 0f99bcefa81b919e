package org.wirknetz.meetings;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may see and do what with meetings. Whom a single meeting concerns is held by the database itself.
@Component
public class MeetingsPermissions implements PermissionSentences, TakingBack {

    private final JdbcClient db;

    MeetingsPermissions(JdbcClient db) {
        this.db = db;
    }

    /// The list: everybody inside, each those that concern them; funders titles and days of what is for the whole
    /// network.
    public boolean enter(Visitor visitor) {
        return visitor.isInside() || visitor.is(Role.FUNDER);
    }

    /// Single meetings, where they concern the visitor.
    public boolean see(Visitor visitor) {
        return visitor.isInside();
    }

    /// Meetings of the whole network and of any group.
    public boolean planAll(Visitor visitor) {
        return visitor.isOffice();
    }

    /// The office, and who leads a group or stands in for its lead.
    public boolean plan(Visitor visitor) {
        return visitor.isOffice() || visitor.isInside() && !led().isEmpty();
    }

    /// @param group whose meeting it is
    public boolean plan(Visitor visitor, @Nullable UUID group) {
        return visitor.isOffice() || group != null && visitor.isInside() && led().contains(group);
    }

    /// Groups whose lead or deputy the visitor in scope is today.
    public Set<UUID> led() {
        return Set.copyOf(db.sql("select unnest(meetings.own_groups(true))")
                .query(UUID.class)
                .list());
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("meetings.may.enter", Role.values()),
                new Sentence(
                        "meetings.may.see",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                        "meetings.only.concerned"),
                new Sentence(
                        "meetings.may.plan",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                        "meetings.only.leads"));
    }

    @Override
    public String schema() {
        return "meetings";
    }

    /// Who plans a meeting takes back what was done to it, but nobody unsays what was sent.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (row.table().equals("meetings.dispatch") || row.table().equals("meetings.answer_link")) return false;
        if (visitor.isOffice()) return true;
        if (row.table().equals("meetings.series"))
            return plan(visitor, row.references().get("group_id"));
        @Nullable
        UUID meeting = row.table().equals("meetings.meeting")
                ? row.record()
                : row.references().get("meeting");
        return meeting != null && plan(visitor, group(meeting));
    }

    private @Nullable UUID group(UUID meeting) {
        return db.sql("select group_id from meetings.meeting where id = ? and group_id is not null")
                .param(meeting)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
