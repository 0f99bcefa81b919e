package org.wirknetz.agreements.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.ClockSource;

/// What was said about an agreement, the oldest first.
public record NegotiationPage(List<Comment> comments) {

    /// @param organisation null where the office speaks
    public record Comment(
            UUID id,
            int version,
            String body,
            boolean concession,
            @Nullable String organisation,
            @Nullable String who,
            Instant writtenAt) {
        public LocalDate day() {
            return writtenAt.atZone(ClockSource.ZONE).toLocalDate();
        }
    }

    static NegotiationPage of(JdbcClient db, UUID agreement) {
        return new NegotiationPage(
                db.sql("""
                        select c.id, c.version, c.body, c.concession, o.name as organisation, account.name as who, c.written_at
                          from agreements.comment c
                          left join directory.organisation_card o on o.network = c.network and o.id = c.organisation
                          left join access.account_card account on account.id = c.account
                         where c.network = platform.network() and c.agreement = ?
                         order by c.written_at, c.id
                        """).param(agreement).query(Comment.class).list());
    }

    /// How often each party gave way: a hint for the office before the next round, no verdict (F20).
    public Map<String, Long> concessions() {
        return comments.stream()
                .filter(it -> it.concession() && it.organisation() != null)
                .collect(Collectors.groupingBy(
                        it -> java.util.Objects.requireNonNull(it.organisation()),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
