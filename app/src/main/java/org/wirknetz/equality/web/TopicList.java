package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Sight;

/// The topics of the network and who answers for them, the titles in order.
public record TopicList(List<Topic> topics) {

    /// @param holders the present first, the latest first
    public record Topic(UUID id, int version, String title, LocalDate since, List<Holder> holders) {

        public List<Holder> on(LocalDate day) {
            return holders.stream().filter(it -> it.holdsOn(day)).toList();
        }

        public List<Holder> besides(LocalDate day) {
            return holders.stream().filter(it -> !it.holdsOn(day)).toList();
        }

        /// `good` where somebody answers for it and somebody stands in, `notice` where nobody stands in, `urgent` where
        /// nobody answers.
        public String state(LocalDate day) {
            var now = on(day);
            if (now.isEmpty()) return "urgent";
            return now.stream().anyMatch(it -> it.deputy() != null) ? "good" : "notice";
        }
    }

    public record Holder(
            UUID id,
            UUID person,
            String name,
            UUID organisation,
            String organisationName,
            @Nullable UUID deputy,
            @Nullable String deputyName,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }
    }

    private record Line(
            UUID topic,
            int version,
            String title,
            LocalDate since,
            @Nullable UUID id,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            @Nullable UUID deputy,
            @Nullable String deputyName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /// Former people and terms to come are for the office; others read who answers for it today, of those whom they
    /// see.
    static TopicList of(JdbcClient db, Sight sight, LocalDate today) {
        var lines = db.sql("""
                        select t.id as topic, t.version, t.title, t.since, r.id, m.person, trim(concat_ws(' ', p.title, p.given_name, p.family_name)) as name, m.organisation, o.name as organisation_name,
                               d.id as deputy, nullif(trim(concat_ws(' ', d.title, d.given_name, d.family_name)), '') as deputy_name, m.valid_from, m.valid_to
                          from equality.topic t
                          left join (equality.responsibility r
                                     join directory.mandate_card m on m.network = r.network and m.id = r.mandate
                                     join directory.person_seen(:audience, cast(:own as uuid[]), :today) p on p.network = m.network and p.id = m.person
                                     join directory.organisation_card o on o.network = m.network and o.id = m.organisation
                                     left join directory.person_seen(:audience, cast(:own as uuid[]), :today) d on d.network = m.network and d.id = m.deputy)
                            on r.network = t.network and r.topic = t.id
                           and (:audience = 4 or ((m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)))
                         order by platform.fold(t.title), t.id, m.valid_from desc nulls last, r.id limit 2000
                        """)
                .param("audience", sight.audience())
                .param("own", sight.own())
                .param("today", today)
                .query(Line.class)
                .list();
        var topics = new LinkedHashMap<UUID, Topic>();
        for (var line : lines) {
            var topic = topics.computeIfAbsent(
                    line.topic(), it -> new Topic(it, line.version(), line.title(), line.since(), new ArrayList<>()));
            if (line.id() != null) topic.holders().add(holder(line));
        }
        return new TopicList(List.copyOf(topics.values()));
    }

    private static Holder holder(Line line) {
        return new Holder(
                Objects.requireNonNull(line.id()),
                Objects.requireNonNull(line.person()),
                Objects.requireNonNullElse(line.name(), ""),
                Objects.requireNonNull(line.organisation()),
                Objects.requireNonNullElse(line.organisationName(), ""),
                line.deputy(),
                line.deputyName(),
                line.validFrom(),
                line.validTo());
    }

    public long open(LocalDate day) {
        return topics.stream().filter(it -> it.state(day).equals("urgent")).count();
    }

    public long alone(LocalDate day) {
        return topics.stream().filter(it -> it.state(day).equals("notice")).count();
    }
}
