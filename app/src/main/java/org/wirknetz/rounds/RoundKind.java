package org.wirknetz.rounds;

/// What a round asks for. Each kind but the first begins with questions of its own, see [Beginnings].
public enum RoundKind {
    /// Any question.
    OPEN,
    /// What convinces whom to cooperate, by kind of partner (C20.1).
    ARGUMENTS,
    /// Who is hard to win, why, and who knows somebody there (C20.2).
    HARD_TO_REACH,
    /// What is worked on together (C20.3).
    PORTFOLIO,
    /// Conditions, rated by how important they are and how well they stand (C20.4).
    CONDITIONS;

    /// Rated on two scales, instead of answered in words alone.
    public boolean rates() {
        return this == CONDITIONS;
    }
}
