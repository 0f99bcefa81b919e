package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wirknetz.exchange.PairBalance;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Topic;
import org.wirknetz.networkcheck.Work;

/// What the rules look at.
///
/// @param drawn the network of the day and before it
/// @param known who knows whom
/// @param oneSided pairs of whom rule F1 may speak
/// @param neutrality how often the office introduced whom
/// @param livelihood what the network lives on
/// @param topics somebody is to answer for
record Facts(
        Chronicle chronicle,
        Drawn drawn,
        Work work,
        Acquaintances known,
        LocalDate day,
        List<PairBalance> oneSided,
        Neutrality neutrality,
        Livelihood livelihood,
        List<Topic> topics) {

    Snapshot snapshot() {
        return drawn.snapshot();
    }

    Map<UUID, Member> byId() {
        return snapshot().byId();
    }

    Collection<Member> members() {
        return snapshot().members();
    }
}
