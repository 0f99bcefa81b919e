package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.Set;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// A concluded agreement was ended before its time.
///
/// @param on the first day it no longer holds
public record AgreementEnded(NetworkId network, AgreementId agreement, Set<OrganisationId> parties, LocalDate on)
        implements Fact {}
