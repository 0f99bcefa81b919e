package org.wirknetz.newsletter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far a circular has come (M12): how many of the organisations it was for have said within the days
/// asked that they read it, and after how many days. An organisation counts with the first of its people who
/// said so.
///
/// @param days whole days from sending to saying so, in order; half days and more count as one more
public record Reach(int withinDays, List<Organisation> organisations, List<Long> days) {

    /// @param at when its first person said so; null while nobody has
    public record Organisation(
            UUID id, String name, @Nullable Instant at) {}

    private record Row(UUID id, String name, @Nullable Instant at, Instant sentAt, int withinDays) {}

    public static Reach of(JdbcClient db, UUID circular) {
        var rows = db.sql("""
                        select o.id, o.name, min(t.acknowledged_at) as at, c.sent_at, c.within_days
                          from newsletter.target t
                          join newsletter.circular c on c.network = t.network and c.id = t.circular and c.state = 'SENT'
                          join directory.organisation_card o on o.network = t.network and o.id = t.organisation
                         where t.circular = ?
                         group by o.id, o.name, c.sent_at, c.within_days
                         order by platform.fold(o.name), o.id
                        """).param(circular).query(Row.class).list();
        var days = new ArrayList<Long>();
        for (var row : rows) if (row.at() != null) days.add(days(row.sentAt(), row.at()));
        days.sort(Comparator.naturalOrder());
        return new Reach(
                rows.isEmpty() ? 0 : rows.getFirst().withinDays(),
                rows.stream()
                        .map(it -> new Organisation(it.id(), it.name(), it.at()))
                        .toList(),
                List.copyOf(days));
    }

    private static long days(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toHours() / 24.0);
    }

    public int asked() {
        return organisations.size();
    }

    /// Within the days asked.
    public int reached() {
        return (int) days.stream().filter(it -> it <= withinDays).count();
    }

    public List<Organisation> open() {
        return organisations.stream().filter(it -> it.at() == null).toList();
    }

    /// The two middle days; the same twice where there is one in the middle. Empty while nobody has said so.
    public List<Long> median() {
        if (days.isEmpty()) return List.of();
        return List.of(days.get((days.size() - 1) / 2), days.get(days.size() / 2));
    }

    /// What kind of information reached which organisation: said "read" of how many.
    public record Cell(long read, long sent) {}

    /// @param topics in order of their words
    /// @param rows by name of the organisation, then by topic
    public record Coverage(List<String> topics, Map<String, Map<String, Cell>> rows) {}

    private record Count(String topic, String name, long read, long sent) {}

    public static Coverage coverage(JdbcClient db) {
        var counts = db.sql("""
                        with told as (
                            select circular, organisation, bool_or(acknowledged_at is not null) as read
                              from newsletter.target group by circular, organisation),
                        counted as (
                            select c.topic, t.organisation, count(*) filter (where t.read) as read, count(*) as sent
                              from told t
                              join newsletter.circular c on c.id = t.circular and c.state = 'SENT'
                             group by c.topic, t.organisation)
                        select c.topic, o.name, c.read, c.sent
                          from counted c
                          join directory.organisation_card o on o.id = c.organisation
                        """).query(Count.class).list();
        return new Coverage(
                counts.stream().map(Count::topic).distinct().sorted().toList(),
                counts.stream()
                        .collect(Collectors.groupingBy(
                                Count::name,
                                TreeMap::new,
                                Collectors.toMap(Count::topic, it -> new Cell(it.read(), it.sent())))));
    }
}
