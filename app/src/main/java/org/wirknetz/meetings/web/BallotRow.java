package org.wirknetz.meetings.web;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that is voted on, and once it is closed what came of it.
///
/// @param entitled organisations that may vote, those that stay out included
/// @param quorate whether enough were there when it was closed
/// @param slipsSha256 fingerprint of the list of slips of a secret ballot
/// @param voted how many have voted so far
public record BallotRow(
        UUID id,
        @Nullable UUID item,
        @Nullable String itemTitle,
        String question,
        boolean secret,
        String majority,
        int proxiesMost,
        String state,
        @Nullable LocalDateTime opened,
        @Nullable LocalDateTime closed,
        @Nullable Integer entitled,
        @Nullable Integer quorumNeeded,
        @Nullable Integer presentOpen,
        @Nullable Integer presentClose,
        @Nullable Boolean quorate,
        @Nullable Integer yes,
        @Nullable Integer no,
        @Nullable Integer abstained,
        @Nullable Integer recused,
        @Nullable Boolean accepted,
        @Nullable String slipsSha256,
        @Nullable String reason,
        @Nullable UUID decision,
        int voted) {

    /// Whether people still can be asked to give way.
    public boolean undecided() {
        return state.equals("PREPARED") || state.equals("OPEN");
    }

    public boolean counted() {
        return state.equals("CLOSED");
    }

    /// `PREPARED`, `OPEN`, `VOID`, `ACCEPTED`, `REJECTED` or `WITHOUT_QUORUM`.
    public String outcome() {
        if (!counted()) return state;
        if (!Boolean.TRUE.equals(quorate)) return "WITHOUT_QUORUM";
        return Boolean.TRUE.equals(accepted) ? "ACCEPTED" : "REJECTED";
    }

    public String kind() {
        return switch (outcome()) {
            case "ACCEPTED" -> "good";
            case "OPEN" -> "notice";
            case "WITHOUT_QUORUM" -> "urgent";
            default -> "plain";
        };
    }

    /// @param holder who votes for it; null: itself
    /// @param choice null in a secret ballot, and before it has voted
    /// @param mine whether the one who asks may cast it
    public record Voter(
            UUID organisation,
            String name,
            @Nullable String holder,
            boolean recused,
            @Nullable String reason,
            boolean voted,
            @Nullable String choice,
            boolean mine) {}

    /// @param code told to whoever cast it, and to nobody else
    public record Slip(String code, String choice) {}
}
