package org.wirknetz.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// The office has brought two together; `helped` says that something came of it.
public record IntroductionMade(
        NetworkId network, IntroductionId introduction, UUID asker, UUID helper, boolean helped, LocalDate on)
        implements Fact {}
