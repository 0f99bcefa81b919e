package org.wirknetz.groups.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.groups.GroupKind;
import org.wirknetz.platform.web.Asked;

/// The list of bodies and groups with what one asked of it.
///
/// @param asked `state` empty for open ones, `closed`, `mine` or `all`; `kind` of [GroupKind]; `q` words of name or
/// purpose
/// @param all how many there are for this reader, whatever was asked
/// @param open how many of them are open
public record GroupList(Asked asked, List<Row> rows, long all, long open) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "platform.fold(b.name)",
            "kind", "array_position(array['STEERING', 'PLENARY', 'WORKING_GROUP', 'OTHER'], b.kind)",
            "organisations", "organisations",
            "votes", "votes",
            "founded", "b.founded_on",
            "term", "b.term_to",
            "met", "met.last");

    /// @param lead name of whoever leads it; null while nobody does
    /// @param organisations how many sit in it, guests left out
    /// @param votes how many of them vote
    /// @param lastDay last day of its term
    /// @param lastMet day of its last meeting that the reader may know of
    public record Row(
            UUID id,
            String name,
            String kind,
            @Nullable String purpose,
            @Nullable String lead,
            long organisations,
            long votes,
            LocalDate foundedOn,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate lastMet,
            @Nullable LocalDate closedOn,
            boolean hidden) {}

    static GroupList of(JdbcClient db, String path, Map<String, String> given, LocalDate today) {
        var asked = Asked.reading(path, given)
                .words("q")
                .usually("state", "", Set.of("", "closed", "mine", "all"))
                .usually(
                        "kind",
                        "",
                        Stream.concat(
                                        Stream.of(""),
                                        Arrays.stream(GroupKind.values()).map(GroupKind::name))
                                .collect(Collectors.toSet()))
                .sort("kind", COLUMNS.keySet())
                .asked();
        var rows = db.sql("""
                        with met as materialized (
                            select group_id, max((starts_at at time zone 'Europe/Berlin')::date) as last
                              from meetings.meeting_card
                             where network = platform.network() and state = 'INVITED' and starts_at <= :now
                             group by group_id)
                        select b.id, b.name, b.kind, b.purpose, p.name as lead,
                               count(distinct m.organisation) filter (where m.part <> 'GUEST') as organisations,
                               count(distinct m.organisation) filter (where m.votes) as votes,
                               b.founded_on, b.term_to - 1 as last_day, met.last as last_met, b.closed_on, b.visibility = 'MEMBERS' as hidden
                          from groups.body b
                          left join groups.member m on m.network = b.network and m.group_id = b.id
                                                   and groups.belongs(m.since, m.until, b.closed_on)
                          left join groups.group_card c on c.network = b.network and c.id = b.id
                          left join met on met.group_id = b.id
                          left join directory.person_card p on p.network = b.network and p.id = c.lead
                         where (:state = 'all' or (:state = 'closed' and b.closed_on is not null)
                                or (:state = '' and b.closed_on is null)
                                or (:state = 'mine' and b.closed_on is null and b.id in (select groups.own())))
                           and (:kind = '' or b.kind = :kind)
                           and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', b.name, b.purpose))) > 0)
                         group by b.network, b.id, p.name, met.last
                         order by %s, platform.fold(b.name), b.id
                        """.formatted(asked.order(COLUMNS)))
                .param("state", asked.is("state"))
                .param("kind", asked.is("kind"))
                .param("q", asked.is("q"))
                .param("now", today.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime())
                .query(Row.class)
                .list();
        var counted = db.sql("select count(*) as n, count(*) filter (where closed_on is null) as open from groups.body")
                .query((row, n) -> new long[] {row.getLong("n"), row.getLong("open")})
                .single();
        return new GroupList(asked, rows, counted[0], counted[1]);
    }

    /// What a funder may know.
    public record Announced(String name, @Nullable String purpose) {}

    static List<Announced> announced(JdbcClient db) {
        return db.sql("select name, purpose from groups.announced()")
                .query(Announced.class)
                .list();
    }
}
