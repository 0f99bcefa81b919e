package org.wirknetz.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Refused;

/// What somebody has to do: which organisation, who there, by when.
///
/// @param person null where the organisation names nobody
/// @param due the last day on which it is in time; null where no date was agreed
public record Duty(
        String title,
        OrganisationId owner,
        @Nullable PersonId person,
        @Nullable LocalDate due) {

    public Duty {
        title = title.strip();
        if (title.isEmpty()) throw new Refused("agreements.obligation.title-missing");
        if (title.length() > 300) throw new Refused("agreements.too-long", 300);
    }
}
