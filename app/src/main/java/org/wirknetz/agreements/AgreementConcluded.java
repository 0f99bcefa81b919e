package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// The last party has signed.
///
/// @param binding step of the ladder, 0 to 5
/// @param from the first day it holds, where it is not the day of conclusion
/// @param to the first day it no longer holds
public record AgreementConcluded(
        NetworkId network,
        AgreementId agreement,
        Set<OrganisationId> parties,
        @Nullable CooperationForm form,
        int binding,
        LocalDate on,
        @Nullable LocalDate from,
        @Nullable LocalDate to)
        implements Fact {}
