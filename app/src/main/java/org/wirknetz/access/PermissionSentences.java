package org.wirknetz.access;

import java.util.List;

/// Every module's permission class implements this, so that the office sees who may what, from all modules at once.
///
/// The sentences say what the methods beside them decide; a test of the module holds the two together.
public interface PermissionSentences {
    List<Sentence> sentences();
}
