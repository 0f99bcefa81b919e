package org.wirknetz.access;

import org.wirknetz.platform.Changes;

/// Whether somebody may still change what a change of theirs touched. Each module with writes of partners has one,
/// usually its permission class: having done it once is not enough, a seat or a role may be gone since.
///
/// A row that no module answers for is taken back by the office only.
public interface TakingBack {

    /// Such as `directory`: the schema of the tables it answers for.
    String schema();

    /// @param row as it was before or after the change; asked once for each of the two
    boolean mayTakeBack(Visitor visitor, Changes.Touched row);
}
