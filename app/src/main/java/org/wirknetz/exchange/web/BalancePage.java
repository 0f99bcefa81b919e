package org.wirknetz.exchange.web;

import java.util.List;

/// Give and take of one organisation: two tallies, the pairs, and what could come back.
public record BalancePage(
        String name,
        String title,
        String sentence,
        boolean fading,
        List<Row> pairs,
        List<BalancesPage.Hint> hints,
        List<Return> returns,
        boolean mayNameStructural,
        boolean structural,
        String path) {

    public record Row(String name, int given, String givenWeight, int received, String receivedWeight, String href) {}

    /// What this organisation has that meets a need of somebody who gave more than came back.
    public record Return(String sentence, String href, List<String> reasons) {}
}
