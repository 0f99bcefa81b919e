package org.wirknetz.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Somebody new at a partner: the card and the first post in one step, taken back as one.
@Component
@Transactional
public class Newcomers {

    private final People people;
    private final Positions positions;
    private final Mandates mandates;

    Newcomers(People people, Positions positions, Mandates mandates) {
        this.people = people;
        this.positions = positions;
        this.mandates = mandates;
    }

    /// @param kind null for a position
    public PersonId welcome(
            PersonEntry entry,
            OrganisationId organisation,
            @Nullable MandateKind kind,
            String function,
            @Nullable Level level,
            @Nullable LocalDate from) {
        var person = people.register(entry);
        if (kind == null) positions.open(person, organisation, function, level, from, null);
        else mandates.open(person, organisation, kind, function, level, from, null);
        return person;
    }
}
