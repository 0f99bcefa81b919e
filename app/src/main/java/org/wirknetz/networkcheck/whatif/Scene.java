package org.wirknetz.networkcheck.whatif;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;

/// The network as a play has it.
///
/// @param play the steps that could be taken, and only those
/// @param chronicle with what begins and ends in the play on its day; it must not be kept for the network's own
/// @param snapshot of that day
/// @param members today's and imagined ones, those taken out among them
/// @param added pairs that are tied in the play alone
/// @param cut pairs that are tied today and no longer in the play, though both are there
/// @param gone organisations taken out
/// @param joined people who are only imagined, seat by seat
/// @param lost what falls away with each person who leaves
/// @param dropped steps that could not be taken
public record Scene(
        Play play,
        Chronicle chronicle,
        Snapshot snapshot,
        Work work,
        Map<UUID, Member> members,
        Set<Pair> added,
        Set<Pair> cut,
        Set<UUID> gone,
        List<Member> newcomers,
        List<Joined> joined,
        List<Lost> lost,
        List<Dropped> dropped) {

    public Scene {
        members = Map.copyOf(members);
        added = Set.copyOf(added);
        cut = Set.copyOf(cut);
        gone = Set.copyOf(gone);
        newcomers = List.copyOf(newcomers);
        joined = List.copyOf(joined);
        lost = List.copyOf(lost);
        dropped = List.copyOf(dropped);
    }

    /// @param ties those in which this person is the only contact on one side: they fall, should nobody follow
    public record Lost(UUID person, List<Pair> ties) {}

    /// An imagined seat.
    ///
    /// @param others how many organisations' people sit there too; 0 where so many sit there that nobody
    ///     gets acquainted
    public record Joined(UUID person, Step.Sitting seat, int others) {}

    public record Dropped(Step step, Reason reason) {}

    /// Why a step could not be taken; the words end with its name.
    public enum Reason {
        NOBODY,
        ITSELF,
        TIED,
        UNTIED,
        NAMED,
        FULL,
        SEATED,
        NO_BODY,
        TOO_MANY_PEOPLE,
        UNKNOWN_PERSON
    }

    /// Whether anything is different of who knows whom. An imagined organisation alone has no people.
    boolean changesPeople() {
        return !gone.isEmpty() || !lost.isEmpty() || !joined.isEmpty();
    }
}
