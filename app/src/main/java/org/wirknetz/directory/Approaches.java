package org.wirknetz.directory;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asking somebody new to join: the card and the question in one step, taken back as one.
@Component
@Transactional
public class Approaches {

    private final Organisations organisations;
    private final Memberships memberships;

    Approaches(Organisations organisations, Memberships memberships) {
        this.organisations = organisations;
        this.memberships = memberships;
    }

    public OrganisationId ask(OrganisationEntry entry, LocalDate on) {
        var organisation = organisations.register(entry);
        memberships.ask(organisation, on, null);
        return organisation;
    }
}
