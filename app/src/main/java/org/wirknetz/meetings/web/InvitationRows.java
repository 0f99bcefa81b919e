package org.wirknetz.meetings.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is asked to come, and what they said.
public record InvitationRows(List<Row> rows) {

    /// @param told whether they know of it
    /// @param own whether it is the visitor's own
    public record Row(
            UUID id,
            String name,
            @Nullable String organisation,
            @Nullable String email,
            boolean guest,
            boolean told,
            @Nullable String answer,
            @Nullable String representedBy,
            @Nullable String comment,
            boolean waiting,
            boolean own) {}

    static InvitationRows of(JdbcClient db, UUID meeting) {
        return new InvitationRows(db.sql("""
                        select i.id, i.name, o.name as organisation, i.email, i.guest, i.told_sequence is not null as told, i.answer,
                               i.represented_by, i.comment, i.waiting_since is not null as waiting,
                               coalesce(i.person = any ((select meetings.own_people())::uuid[]), false) as own
                          from meetings.invitation i
                          left join directory.organisation_card o on o.network = i.network and o.id = i.organisation
                         where i.meeting = ?
                         order by i.waiting_since is not null, array_position(array['YES', 'MAYBE', null, 'NO'], i.answer), i.waiting_since,
                                  platform.fold(o.name), platform.fold(i.name), i.id
                        """).param(meeting).query(Row.class).list());
    }

    public @Nullable Row own() {
        return rows.stream().filter(Row::own).findFirst().orElse(null);
    }

    /// @param answer `YES`, `NO` or `MAYBE`; those who wait are not among them
    public long said(String answer) {
        return rows.stream()
                .filter(it -> answer.equals(it.answer()) && !it.waiting())
                .count();
    }

    public long waiting() {
        return rows.stream().filter(Row::waiting).count();
    }

    public long open() {
        return rows.stream().filter(it -> it.answer() == null).count();
    }
}
