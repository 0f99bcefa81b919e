package org.wirknetz.journal.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.journal.ContactKind;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Paging;

/// What the office noted, the latest first.
///
/// @param asked `q` words of topic, organisation or person; `kind` of [ContactKind]; `since` days back; `with`
/// one
/// organisation
/// @param total how many fit, on all pages
public record TouchpointList(Asked asked, List<Row> rows, long total, boolean untouched) {

    static final int PAGE = 50;

    private static final Map<String, String> COLUMNS = Map.of(
            "on", "t.held_on",
            "with", "platform.fold(o.name)",
            "kind", "t.kind",
            "topic", "platform.fold(t.topic)",
            "minutes", "t.minutes",
            "by", "platform.fold(account.name)");

    /// @param person empty where nobody in particular
    /// @param by who noted it; empty where the account is gone or the row came with an archive
    public record Row(
            UUID id,
            UUID organisation,
            String name,
            String person,
            String kind,
            LocalDate heldOn,
            String topic,
            @Nullable Integer minutes,
            String by) {}

    static Asked asked(String path, Map<String, String> given) {
        var kinds = Stream.concat(
                        Stream.of(""), Arrays.stream(ContactKind.values()).map(ContactKind::name))
                .collect(Collectors.toSet());
        return Asked.reading(path, given)
                .words("q")
                .usually("kind", "", kinds)
                .oneOf("since", "30", "90", "365")
                .sort("-on", COLUMNS.keySet())
                .asked();
    }

    private static final String FROM = """
              from journal.touchpoint t
              join directory.organisation_card o on o.network = t.network and o.id = t.organisation
              left join directory.person_card p on p.network = t.network and p.id = t.person
              left join access.account_card account on account.id = t.noted_by
             where t.network = platform.network()
               and (:kind = '' or t.kind = :kind)
               and (:since = 0 or t.held_on > cast(:today as date) - :since)
               and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', t.topic, o.name, p.name))) > 0)
            """;

    /// @param size rows of a page; 0 for all
    static TouchpointList of(JdbcClient db, Asked asked, LocalDate today, int size) {
        var since = asked.is("since").isEmpty() ? 0 : Integer.parseInt(asked.is("since"));
        long total = db.sql("select count(*)" + FROM)
                .param("kind", asked.is("kind"))
                .param("since", since)
                .param("today", today)
                .param("q", asked.is("q"))
                .query(Long.class)
                .single();
        var rows = db.sql("""
                        select t.id, t.organisation, o.name, coalesce(p.name, '') as person, t.kind, t.held_on, t.topic, t.minutes,
                               coalesce(account.name, '') as "by"
                        """ + FROM + " order by " + asked.order(COLUMNS) + ", t.created_at desc, t.id"
                        + (size == 0 ? "" : " limit :size offset :skip"))
                .param("kind", asked.is("kind"))
                .param("since", since)
                .param("today", today)
                .param("q", asked.is("q"))
                .param("size", size)
                .param("skip", (long) size * (asked.page() - 1))
                .query(Row.class)
                .list();
        boolean untouched = total == 0
                && !asked.narrows()
                && db.sql("select not exists (select from journal.touchpoint)")
                        .query(Boolean.class)
                        .single();
        return new TouchpointList(asked, rows, total, untouched);
    }

    public Paging paging() {
        return asked.paging(PAGE, total);
    }
}
