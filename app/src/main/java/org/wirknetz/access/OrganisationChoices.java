package org.wirknetz.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The organisations somebody can have a seat for, by name. `directory` answers, since access does not know what they
/// are.
public interface OrganisationChoices {

    record Named(UUID organisation, String name) {}

    /// All of the network in scope, by name.
    List<Named> all();

    Optional<String> name(UUID organisation);
}
