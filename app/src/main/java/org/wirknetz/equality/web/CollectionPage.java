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
        List<Earlier> earlier,
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

    /// @param strand what it is the same as, in whatever collection
    /// @param anew declared to be something else than all that was published
    public record Line(UUID id, String name, String measure, UUID strand, boolean anew) {}

    /// A line that was published before, under its last name.
    public record Earlier(UUID strand, String name, String measure, LocalDate reportingOn) {}

    /// A member on the reporting day, which may count.
    ///
    /// @param itself whether it handed in itself; the office did where it has answered and not itself
    public record Organisation(UUID id, String name, boolean itself, boolean answered) {}

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
        var lines = db.sql(
                        "select id, name, measure, strand, anew from equality.line where collection = ? order by position")
                .param(id)
                .query(Line.class)
                .list();
        var organisations = db.sql("""
                        select o.id, o.name,
                               coalesce(a.itself, true) and a.organisation is not null as itself, a.organisation is not null as answered
                          from directory.organisation_card o
                          left join equality.answered a
                            on a.network = o.network and a.collection = :collection and a.organisation = o.id
                         where o.network = platform.network()
                           and exists (select from directory.membership_card m
                                        where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT')
                                          and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day))
                         order by platform.fold(o.name), o.id
                        """)
                .param("collection", id)
                .param("day", card.reportingOn())
                .query(Organisation.class)
                .list();
        var earlier = db.sql("""
                        select distinct on (l.strand) l.strand, l.name, l.measure, f.reporting_on
                          from equality.line l
                          join equality.collection f on f.network = l.network and f.id = l.collection
                          join equality.release r on r.network = f.network and r.collection = f.id
                          join equality.collection c on c.network = f.network and c.id = ?
                         where f.id <> c.id and f.definition = c.definition and f.subject = c.subject
                         order by l.strand, f.reporting_on desc
                        """).param(id).query(Earlier.class).list();
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
        return new CollectionPage(card, lines, organisations, earlier, slips, own, declared);
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

    /// Of how many the office entered the numbers.
    public long typed() {
        return organisations.stream()
                .filter(it -> it.answered() && !it.itself())
                .count();
    }

    /// What a line may carry on: lines that were published, counted in the same.
    public List<Earlier> earlier(Line line) {
        return earlier.stream()
                .filter(it -> it.measure().equals(line.measure()))
                .toList();
    }

    public long answered() {
        return organisations.stream().filter(Organisation::answered).count();
    }
}
