package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What there is besides publications: what is being collected, what the network does about it.
///
/// @param individual since when people may declare for themselves; null where they may not
/// @param relevantPartners how many are relevant for the topic
public record EqualityPage(
        List<Collecting> collecting,
        List<Step> steps,
        @Nullable LocalDate individual,
        int relevantPartners) {

    /// A publication in a line or two.
    public record Latest(UUID id, String title, String sentence, String beneath, String how) {}

    /// @param state `OPEN`, `CLOSED` or `PUBLISHED`
    public record Collecting(
            UUID id, String definition, String subject, String mode, LocalDate reportingOn, String state) {}

    public record Step(
            UUID id, String kind, String title, @Nullable LocalDate doneOn) {}

    static EqualityPage of(JdbcClient db) {
        var collecting = db.sql("""
                        select c.id, c.definition, c.subject, c.mode, c.reporting_on,
                               case when exists (select from equality.release r where r.network = c.network and r.collection = c.id) then 'PUBLISHED'
                                    when c.closed_on is null then 'OPEN' else 'CLOSED' end as state
                          from equality.collection c order by c.reporting_on desc, c.definition, c.subject, c.id limit 200
                        """).query(Collecting.class).list();
        var steps = db.sql("""
                        select id, kind, title, done_on from equality.step
                         order by kind, done_on desc nulls last, platform.fold(title), id limit 300
                        """).query(Step.class).list();
        var individual = db.sql("select individual_since from equality.setting where individual_since is not null")
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        int relevant = db.sql("select count(*)::int from equality.relevant_partner where relevant")
                .query(Integer.class)
                .single();
        return new EqualityPage(collecting, steps, individual, relevant);
    }

    /// What is not published yet.
    public List<Collecting> waiting() {
        return collecting.stream().filter(it -> !it.state().equals("PUBLISHED")).toList();
    }

    public List<Step> of(String kind) {
        return steps.stream().filter(it -> it.kind().equals(kind)).toList();
    }

    public long done(String kind) {
        return of(kind).stream().filter(it -> it.doneOn() != null).count();
    }
}
