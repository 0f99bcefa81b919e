package org.wirknetz.transfer;

/// A word of a list that is no name of an actor group, and what would be made of it.
///
/// @param folded the word as it is compared and remembered
/// @param choice the identity of a group, [ImportChoices#NEW] or [ImportChoices#NONE]
/// @param organisations how many carry it
/// @param line where it stands first
public record GroupWord(String word, String folded, String choice, int organisations, int line) {}
