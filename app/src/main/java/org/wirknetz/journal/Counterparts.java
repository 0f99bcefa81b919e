package org.wirknetz.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// With whom one was in touch, as it is typed: "Jobcenter", or "Jonas Weber · Handwerkskammer".
@Component
@Transactional(readOnly = true)
public class Counterparts {

    /// Between a person and the organisation they speak for.
    public static final String DOT = " · ";

    /// As many as a browser can propose while somebody types; whoever is not among them is found all the same.
    private static final int PROPOSED = 400;

    private final JdbcClient db;

    Counterparts(JdbcClient db) {
        this.db = db;
    }

    /// @param person null where the organisation as such is meant
    public record Counterpart(UUID organisation, @Nullable UUID person, String name) {}

    private static final String KNOWN = """
            select o.id as organisation, cast(null as uuid) as person, o.name, o.name as who, o.short, o.key
              from directory.organisation_card o where o.network = platform.network()
            union all
            select distinct m.organisation, m.person, p.name || ' · ' || o.name, p.name, p.name, p.key
              from directory.mandate_card m
              join directory.person_card p on p.network = m.network and p.id = m.person
              join directory.organisation_card o on o.network = m.network and o.id = m.organisation
             where m.network = platform.network()
               and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
            """;

    /// Those spoken to last first, then all others by name.
    public List<String> proposed(LocalDate today) {
        return db.sql("""
                        select known.name from (%s) known
                          left join (select organisation, max(held_on) as held_on from journal.touchpoint group by 1) last
                               on last.organisation = known.organisation
                         order by last.held_on desc nulls last, platform.fold(known.name) limit :most
                        """.formatted(KNOWN))
                .param("today", today)
                .param("most", PROPOSED)
                .query(String.class)
                .list();
    }

    /// Whoever is called exactly that; else all that have the words in their name, at most six.
    public List<Counterpart> called(String typed, LocalDate today) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > 400) return List.of();
        var found = db.sql("""
                        select known.organisation, known.person, known.name,
                               platform.fold(:words) in (platform.fold(known.name), platform.fold(known.who), platform.fold(known.short),
                                                         platform.fold(known.key)) as exactly
                          from (%s) known
                         where position(platform.fold(:words) in platform.fold(known.name)) > 0
                            or platform.fold(:words) in (platform.fold(known.short), platform.fold(known.key))
                         order by exactly desc, known.person is not null, length(known.name), known.name limit 6
                        """.formatted(KNOWN))
                .param("today", today)
                .param("words", words)
                .query((row, number) -> new Found(
                        new Counterpart(
                                row.getObject("organisation", UUID.class),
                                row.getObject("person", UUID.class),
                                row.getString("name")),
                        row.getBoolean("exactly")))
                .list();
        var exactly = found.stream().filter(Found::exactly).map(Found::one).toList();
        return exactly.isEmpty() ? found.stream().map(Found::one).toList() : exactly;
    }

    private record Found(Counterpart one, boolean exactly) {}
}
