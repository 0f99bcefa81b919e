package org.wirknetz.exchange.web;

import java.util.List;

/// One need, offer or interest with what fits it.
public record ListingShowPage(
        ListingRows.Row row,
        String shelf,
        String sentence,
        List<MatchWords.Line> matches,
        List<List<MatchWords.Line>> together,
        List<String> coalition,
        boolean mayIntroduce,
        boolean mayChange,
        boolean over,
        String path) {}
