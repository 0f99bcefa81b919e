package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.wirknetz.access.Visitor;

/// The room that knows ties implements this; it asks its own permissions. The directory itself knows none.
public interface Neighbourhoods {
    /// @return empty for those who may not see who works with whom
    Optional<Neighbourhood> of(Visitor visitor, OrganisationId organisation, LocalDate day);
}
