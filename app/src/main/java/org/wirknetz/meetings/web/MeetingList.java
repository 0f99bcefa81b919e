package org.wirknetz.meetings.web;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Paging;

/// The list of meetings with what one asked of it. It holds what concerns the visitor: the database sees to that.
///
/// @param asked `when`: to come (empty), `past` or `all`; `kind` of [MeetingKind]; `group`; `q` words of title or
/// purpose
/// @param total how many the question finds, on all pages
/// @param ahead how many meetings are to come
public record MeetingList(Asked asked, List<Row> rows, int total, int ahead, int all) {

    static final int PAGE = 50;
    /// More than any network holds; a file takes them all.
    private static final int EVERYTHING = 100_000;

    private static final Map<String, String> COLUMNS = Map.of(
            "starts", "m.starts_at",
            "title", "platform.fold(m.title)",
            "kind", "m.kind",
            "place", "platform.fold(coalesce(m.location, v.name))",
            "host", "platform.fold(o.name)",
            "coming", "coming");

    /// @param place in words or the venue's name
    /// @param invited how many were asked
    /// @param coming how many said that they come
    public record Row(
            UUID id,
            String title,
            String kind,
            String circle,
            String state,
            LocalDateTime starts,
            LocalDateTime ends,
            @Nullable String place,
            @Nullable String groupName,
            @Nullable String host,
            int invited,
            int coming) {}

    private static final String WHICH = """
             from meetings.meeting m
             left join meetings.venue v on v.network = m.network and v.id = m.venue
             left join directory.organisation_card o on o.network = m.network and o.id = m.host_organisation
             left join groups.group_card g on g.network = m.network and g.id = m.group_id
            where (:when = 'all' or (:when = 'past') = (m.ends_at < :now))
              and (:kind = '' or m.kind = :kind)
              and (cast(:group as uuid) is null or m.group_id = :group)
              and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', m.title, m.purpose, m.location, v.name))) > 0)
            """;

    static MeetingList of(JdbcClient db, String path, Map<String, String> given, java.time.Instant now, boolean whole) {
        var kinds = Stream.concat(
                        Stream.of(""), Arrays.stream(MeetingKind.values()).map(MeetingKind::name))
                .toArray(String[]::new);
        var asked = Asked.reading(path, given)
                .words("q")
                .usually("when", "", Set.of("", "past", "all"))
                .oneOf("kind", kinds)
                .id("group")
                .sort("past".equals(given.get("when")) ? "-starts" : "starts", COLUMNS.keySet())
                .asked();
        var question = new java.util.HashMap<String, Object>();
        question.put("when", asked.is("when"));
        question.put("kind", asked.is("kind"));
        question.put("q", asked.is("q"));
        question.put("now", java.sql.Timestamp.from(now));
        int total = db.sql("select count(*)" + WHICH)
                .params(question)
                .param("group", asked.id("group"), java.sql.Types.OTHER)
                .query(Integer.class)
                .single();
        var rows = db.sql("""
                        select m.id, m.title, m.kind, m.circle, m.state, m.starts_at at time zone 'Europe/Berlin' as starts,
                               m.ends_at at time zone 'Europe/Berlin' as ends, coalesce(m.location, v.name) as place,
                               g.name as group_name, o.name as host,
                               (select count(*) from meetings.invitation i where i.network = m.network and i.meeting = m.id) as invited,
                               (select count(*) from meetings.invitation i where i.network = m.network and i.meeting = m.id
                                   and i.answer = 'YES' and i.waiting_since is null) as coming
                        """ + WHICH + " order by " + asked.order(COLUMNS)
                        + ", m.starts_at, m.id limit :limit offset :offset")
                .params(question)
                .param("group", asked.id("group"), java.sql.Types.OTHER)
                .param("limit", whole ? EVERYTHING : PAGE)
                .param("offset", whole ? 0 : (asked.page() - 1) * PAGE)
                .query(Row.class)
                .list();
        var counts = db.sql(
                        "select count(*) as number, count(*) filter (where ends_at >= ?) as ahead from meetings.meeting")
                .param(java.sql.Timestamp.from(now))
                .query((row, n) -> new int[] {row.getInt("number"), row.getInt("ahead")})
                .single();
        return new MeetingList(asked, rows, total, counts[1], counts[0]);
    }

    public Paging paging() {
        return asked.paging(PAGE, total);
    }

    public boolean untouched() {
        return all == 0;
    }
}
