package org.wirknetz.equality.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.Instruments;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;

/// What can be chosen and what stands there where an instrument is written down.
///
/// @param version the one that is shown; 0 for a new one
public record InstrumentForm(
        List<Choice> kinds, List<Choice> organisations, List<Choice> people, String title, String review, int version) {

    static final InstrumentForm NONE = new InstrumentForm(List.of(), List.of(), List.of(), "", "", 0);

    private record Named(UUID id, String name) {}

    static InstrumentForm of(JdbcClient db, Desk desk, InstrumentsPage.@Nullable Line line) {
        var review = line == null ? null : line.reviewOn();
        return new InstrumentForm(
                Arrays.stream(Instruments.Kind.values())
                        .map(it -> new Choice(
                                it.name(),
                                desk.say("equality.instrument." + it),
                                line != null && it.name().equals(line.kind())))
                        .toList(),
                organisations(
                        db,
                        desk,
                        line == null ? null : line.organisation(),
                        desk.say("equality.instrument.without-owner")),
                PeopleToName.of(db, desk.today())
                        .people(desk.say("equality.topics.nobody"), line == null ? null : line.person()),
                line == null ? "" : line.title(),
                review == null ? "" : review.toString(),
                line == null ? 0 : line.version());
    }

    /// Members of today, the office among them, and whichever is chosen.
    static List<Choice> organisations(JdbcClient db, Desk desk, @Nullable UUID chosen, String nobody) {
        var choices = new ArrayList<>(List.of(new Choice("", nobody, chosen == null)));
        db.sql("""
                        select o.id, o.name from directory.organisation_card o
                         where o.network = platform.network()
                           and (o.coordinator or o.id = cast(:chosen as uuid)
                             or exists (select from directory.membership_card m
                                         where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT')
                                           and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)))
                         order by platform.fold(o.name), o.id
                        """)
                .param("chosen", chosen)
                .param("day", desk.today())
                .query(Named.class)
                .list()
                .forEach(it -> choices.add(
                        new Choice(it.id().toString(), it.name(), it.id().equals(chosen))));
        return List.copyOf(choices);
    }
}
