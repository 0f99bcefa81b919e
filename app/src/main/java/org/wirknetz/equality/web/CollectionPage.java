package org.wirknetz.equality.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;

/// One collection: what is asked, who has answered, what the asker gave themselves. Counts of others are
/// not among it.
///
/// @param slips left, by line
/// @param own what the organisations of the asker counted, by line, organisation and answer
public record CollectionPage(
        Card card,
        List<Line> lines,
        List<Organisation> organisations,
        Map<UUID, Long> slips,
        Map<String, Long> own,
        Optional<Declaration> declared) {

    /// @param release null until it is published
    public record Card(
            UUID id,
            String definition,
            String subject,
            String mode,
            LocalDate reportingOn,
            @Nullable BigDecimal reference,
            @Nullable String referenceSource,
            @Nullable String action,
            @Nullable LocalDate closedOn,
            @Nullable UUID release) {

        public boolean open() {
            return closedOn == null;
        }
    }

    public record Line(UUID id, String name, String measure) {}

    /// A member that may count.
    public record Organisation(UUID id, String name, boolean answered) {}

    /// What somebody declared of themselves.
    public record Declaration(UUID line, String answer, LocalDate consentedOn) {}

    private record Left(UUID line, long slips) {}

    private record Own(UUID line, UUID organisation, String answer, long number) {}

    static CollectionPage of(JdbcClient db, UUID id) {
        var card = db.sql("""
                        select c.id, c.definition, c.subject, c.mode, c.reporting_on, c.reference, c.reference_source, c.action, c.closed_on,
                               (select r.id from equality.release r where r.network = c.network and r.collection = c.id) as release
                          from equality.collection c where c.id = ?
                        """).param(id).query(Card.class).optional().orElseThrow(NotFound::new);
        var lines = db.sql("select id, name, measure from equality.line where collection = ? order by position")
                .param(id)
                .query(Line.class)
                .list();
        var organisations =
                db.sql("""
                        select o.id, o.name,
                               exists (select from equality.answered a
                                        where a.network = o.network and a.collection = :collection and a.organisation = o.id) as answered
                          from directory.organisation_card o
                         where o.network = platform.network()
                           and exists (select from directory.membership_card m
                                        where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT'))
                         order by platform.fold(o.name), o.id
                        """).param("collection", id).query(Organisation.class).list();
        var slips = new HashMap<UUID, Long>();
        db.sql("select line, slips from equality.slips_left(?)")
                .param(id)
                .query(Left.class)
                .list()
                .forEach(it -> slips.put(it.line(), it.slips()));
        var own = new HashMap<String, Long>();
        db.sql(
                        "select line, organisation, answer, number from equality.count where collection = ? and organisation is not null")
                .param(id)
                .query(Own.class)
                .list()
                .forEach(it -> own.put(field(it.line(), it.answer()) + it.organisation(), it.number()));
        var declared = db.sql("select line, answer, consented_on from equality.declaration where collection = ?")
                .param(id)
                .query(Declaration.class)
                .optional();
        return new CollectionPage(card, lines, organisations, slips, own, declared);
    }

    /// The name of the field for one answer of one line.
    public static String field(UUID line, String answer) {
        return "n-" + line + "-" + answer;
    }

    /// What was given before, so that it can be corrected.
    public String given(UUID line, String answer, UUID organisation) {
        var number = own.get(field(line, answer) + organisation);
        return number == null ? "" : number.toString();
    }

    public long answered() {
        return organisations.stream().filter(Organisation::answered).count();
    }
}
