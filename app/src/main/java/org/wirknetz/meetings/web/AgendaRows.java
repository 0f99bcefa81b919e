package org.wirknetz.meetings.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Frame;

/// The agenda of one meeting with its timetable: each item begins when those before it are over.
public record AgendaRows(List<Row> rows, int minutes) {

    /// @param at when it begins; null once an item before it has no length
    public record Row(
            UUID id,
            int version,
            String title,
            String kind,
            @Nullable Integer minutes,
            @Nullable String side,
            @Nullable UUID speakerPerson,
            @Nullable String speaker,
            @Nullable UUID speakerOrganisation,
            @Nullable String speaking,
            @Nullable UUID proposer,
            @Nullable String proposing,
            @Nullable String notes,
            @Nullable LocalDateTime at) {

        /// How long it takes, who speaks and whose wish it was.
        public String about(Frame frame) {
            var said = new ArrayList<String>();
            if (minutes != null) said.add(frame.say("meetings.agenda.takes", minutes));
            var first = speaker == null ? speaking : speaker;
            if (speaker != null && speaking != null)
                said.add(frame.say("meetings.agenda.speaks-for", speaker, speaking));
            else if (first != null) said.add(frame.say("meetings.agenda.speaks", first));
            if (proposing != null) said.add(frame.say("meetings.agenda.proposed", proposing));
            return String.join(" · ", said);
        }

        private Row at(@Nullable LocalDateTime time) {
            return new Row(
                    id,
                    version,
                    title,
                    kind,
                    minutes,
                    side,
                    speakerPerson,
                    speaker,
                    speakerOrganisation,
                    speaking,
                    proposer,
                    proposing,
                    notes,
                    time);
        }
    }

    static AgendaRows of(JdbcClient db, UUID meeting, LocalDateTime starts) {
        var stored = db.sql("""
                        select a.id, a.version, a.title, a.kind, a.minutes, a.side, a.speaker_person, p.name as speaker,
                               a.speaker_organisation, s.name as speaking, a.proposer, o.name as proposing, a.notes,
                               cast(null as timestamp) as at
                          from meetings.agenda_item a
                          left join directory.person_card p on p.network = a.network and p.id = a.speaker_person
                          left join directory.organisation_card s on s.network = a.network and s.id = a.speaker_organisation
                          left join directory.organisation_card o on o.network = a.network and o.id = a.proposer
                         where a.meeting = ?
                         order by a.position, a.id
                        """).param(meeting).query(Row.class).list();
        var rows = new ArrayList<Row>();
        int spent = 0;
        @Nullable LocalDateTime at = starts;
        for (var row : stored) {
            rows.add(row.at(at));
            var minutes = row.minutes();
            at = minutes == null || at == null ? null : at.plusMinutes(minutes);
            spent += minutes == null ? 0 : minutes;
        }
        return new AgendaRows(List.copyOf(rows), spent);
    }

    /// By how many minutes the items take longer than the meeting; not above 0 where all fits.
    public long over(LocalDateTime starts, LocalDateTime ends) {
        return minutes - java.time.Duration.between(starts, ends).toMinutes();
    }
}
