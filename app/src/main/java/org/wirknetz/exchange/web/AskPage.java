package org.wirknetz.exchange.web;

import java.util.List;

/// @param clauses the things asked for
/// @param together for each set of partners, who has which of them
public record AskPage(
        String ask,
        String sentence,
        List<String> clauses,
        List<List<MatchWords.Line>> together,
        List<MatchWords.Line> found) {}
