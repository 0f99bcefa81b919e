package org.wirknetz.rounds.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;

/// The rounds there are and were.
///
/// @param asked `state`: empty for all, `DRAFT`, `OPEN`, `CLOSED`; `q` words of title or introduction
public record RoundList(Asked asked, List<Row> rows, boolean untouched) {

    private static final int MOST = 500;

    private static final Map<String, String> COLUMNS = Map.of(
            "title", "platform.fold(r.title)",
            "state", "r.state",
            "opened", "r.opened_on",
            "closes", "r.closes_on",
            "cards", "cards");

    /// @param questions how many are asked
    /// @param cards how many answers there are
    public record Row(
            UUID id,
            String title,
            String kind,
            String state,
            boolean anonymous,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closesOn,
            int questions,
            int cards) {}

    static RoundList of(JdbcClient db, String path, Map<String, String> given) {
        var asked = Asked.reading(path, given)
                .words("q")
                .usually("state", "", Set.of("", "DRAFT", "OPEN", "CLOSED"))
                .sort("-opened", COLUMNS.keySet())
                .asked();
        var rows = db.sql("""
                        select r.id, r.title, r.kind, r.state, r.anonymous, r.opened_on, coalesce(r.closed_on, r.closes_on) as closes_on,
                               (select count(*) from rounds.question q where q.network = r.network and q.round = r.id) as questions,
                               (select count(*) from rounds.card c join rounds.question q on q.network = c.network and q.id = c.question
                                 where q.network = r.network and q.round = r.id) as cards
                          from (select x.*, case when x.opened_on is null then 'DRAFT' when rounds.is_open(x) then 'OPEN' else 'CLOSED' end
                                       as state from rounds.round x) r
                         where (:state = '' or r.state = :state)
                           and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', r.title, r.intro))) > 0)
                         order by r.state = 'DRAFT' desc, %s, r.created_at desc, r.id limit %d
                        """.formatted(asked.order(COLUMNS), MOST))
                .param("state", asked.is("state"))
                .param("q", asked.is("q"))
                .query(Row.class)
                .list();
        return new RoundList(asked, rows, rows.isEmpty() && !asked.narrows());
    }

    public long open() {
        return rows.stream().filter(it -> it.state().equals("OPEN")).count();
    }
}
