package org.wirknetz.platform;

/// Something that has happened, in ids, dates and amounts as they were: a public record in the past tense.
///
/// Facts carry ids, never names or free text. A listener must bear hearing a fact twice.
public interface Fact {}
