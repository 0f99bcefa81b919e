package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.equality.Sensitisations;

/// What was done to make partners aware, and whom of the partners of today it has reached in 24 months. The office is
/// no
/// partner: it is what reaches them.
///
/// @param partners members of today but the office, by name, each with the last day on which it took part
public record AwarenessPage(LocalDate day, List<Held> measures, List<Partner> partners) {

    /// @param took part: how many organisations
    public record Held(UUID id, String kind, String title, LocalDate heldOn, int took) {}

    /// @param last null where it never took part
    public record Partner(UUID id, String name, @Nullable LocalDate last) {}

    static AwarenessPage of(JdbcClient db, LocalDate day) {
        var measures = db.sql("""
                        select s.id, s.kind, s.title, s.held_on,
                               (select count(*) from equality.participation p
                                 where p.network = s.network and p.sensitisation = s.id)::int as took
                          from equality.sensitisation s order by s.held_on desc, platform.fold(s.title), s.id limit 1000
                        """).query(Held.class).list();
        var partners = db.sql("""
                        select o.id, o.name,
                               (select max(s.held_on) from equality.participation p
                                  join equality.sensitisation s on s.network = p.network and s.id = p.sensitisation
                                 where p.network = o.network and p.organisation = o.id and s.held_on <= :day) as last
                          from directory.organisation_card o
                         where o.network = platform.network() and not o.coordinator
                           and exists (select from directory.membership_card m
                                        where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT')
                                          and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day))
                         order by platform.fold(o.name), o.id
                        """).param("day", day).query(Partner.class).list();
        return new AwarenessPage(day, measures, partners);
    }

    public boolean isReached(Partner partner) {
        return partner.last() != null && partner.last().isAfter(day.minusMonths(Sensitisations.MONTHS));
    }

    public int reached() {
        return (int) partners.stream().filter(this::isReached).count();
    }

    public List<Partner> notReached() {
        return partners.stream().filter(it -> !isReached(it)).toList();
    }

    /// As a fraction below 20 partners, else in percent; nothing below 5, where the list says it all.
    Display share() {
        return SizeGate.of(partners.size()).ratio(SizeGate.Kind.COUNT, reached(), partners.size());
    }

    /// How much the share says of `Display`: 0 nothing, 1 a fraction, 2 a percentage.
    public int said() {
        return switch (share()) {
            case Display.Fraction ignored -> 1;
            case Display.Percent ignored -> 2;
            case Display.Number ignored -> 0;
            case Display.Withheld ignored -> 0;
        };
    }

    public double percent() {
        return share() instanceof Display.Percent percent ? percent.rounded().doubleValue() : 0;
    }
}
