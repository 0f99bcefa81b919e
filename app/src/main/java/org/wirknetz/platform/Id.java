package org.wirknetz.platform;

import java.util.UUID;

/// The identity of one thing, typed so that a person cannot be passed where an organisation is meant.
///
/// Implementations are records with one component: `record OrganisationId(UUID value) implements Id {}`.
public interface Id {
    UUID value();
}
