package org.wirknetz.meetings;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;
import tools.jackson.databind.json.JsonMapper;

/// A meeting as the invited are told of it: what they would notice if it changed.
///
/// @param where in one line; empty while nobody knows
/// @param agenda titles in their order
public record Told(
        String title,
        LocalDateTime starts,
        LocalDateTime ends,
        String where,
        String online,
        String purpose,
        String host,
        List<String> agenda,
        boolean cancelled) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Told {
        agenda = List.copyOf(agenda);
    }

    /// One thing that is different now.
    ///
    /// @param field key of the words `meetings.told.…`
    public record Difference(String field, Object before, Object after) {}

    static Told now(JdbcClient db, UUID meeting) {
        var told = of(db, List.of(meeting)).get(meeting);
        if (told == null) throw new NotFound();
        return told;
    }

    /// Several at once, with two questions however many they are.
    static Map<UUID, Told> of(JdbcClient db, List<UUID> meetings) {
        var ids = meetings.toArray(UUID[]::new);
        var agendas = new HashMap<UUID, List<String>>();
        db.sql("select meeting, title from meetings.agenda_item where meeting = any (:ids) order by position, id")
                .param("ids", ids)
                .query(row -> {
                    agendas.computeIfAbsent(row.getObject("meeting", UUID.class), it -> new ArrayList<>())
                            .add(row.getString("title"));
                });
        var told = new HashMap<UUID, Told>();
        db.sql("""
                        select m.id, m.title, m.starts_at at time zone 'Europe/Berlin' as starts,
                               m.ends_at at time zone 'Europe/Berlin' as ends,
                               concat_ws(', ', m.location, v.name, v.street, nullif(concat_ws(' ', v.postcode, v.city), '')) as "where",
                               coalesce(m.online_link, '') as online, coalesce(m.purpose, '') as purpose, coalesce(o.name, '') as host,
                               m.state = 'CANCELLED' as cancelled
                          from meetings.meeting m
                          left join meetings.venue v on v.network = m.network and v.id = m.venue
                          left join directory.organisation_card o on o.network = m.network and o.id = m.host_organisation
                         where m.id = any (:ids)
                        """).param("ids", ids).query(row -> {
            var id = row.getObject("id", UUID.class);
            told.put(
                    id,
                    new Told(
                            row.getString("title"),
                            row.getObject("starts", LocalDateTime.class),
                            row.getObject("ends", LocalDateTime.class),
                            row.getString("where"),
                            row.getString("online"),
                            row.getString("purpose"),
                            row.getString("host"),
                            agendas.getOrDefault(id, List.of()),
                            row.getBoolean("cancelled")));
        });
        return told;
    }

    /// What they were told last; null while they were told nothing.
    static @Nullable Told last(JdbcClient db, UUID meeting) {
        return db.sql("select told::text from meetings.meeting where id = ? and told is not null")
                .param(meeting)
                .query(String.class)
                .optional()
                .map(it -> MAPPER.readValue(it, Told.class))
                .orElse(null);
    }

    String json() {
        return MAPPER.writeValueAsString(this);
    }

    boolean movedFrom(Told before) {
        return !starts.equals(before.starts) || !ends.equals(before.ends);
    }

    List<Difference> since(Told before) {
        var differences = new ArrayList<Difference>();
        differ(differences, "title", before.title, title);
        differ(differences, "when", new Slot(before.starts, before.ends), new Slot(starts, ends));
        differ(differences, "where", before.where, where);
        differ(differences, "online", before.online, online);
        differ(differences, "host", before.host, host);
        differ(differences, "purpose", before.purpose, purpose);
        differ(differences, "agenda", String.join("\n", before.agenda), String.join("\n", agenda));
        if (before.cancelled != cancelled) differences.add(new Difference("cancelled", before.cancelled, cancelled));
        return List.copyOf(differences);
    }

    private static void differ(List<Difference> found, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) found.add(new Difference(field, before, after));
    }
}
