package org.wirknetz.exchange.web;

import java.util.List;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;

/// @param waiting what waits for the visitor's word
/// @param balances where the balance of one or all stands
public record ContributionsPage(
        boolean office,
        String sentence,
        List<ContributionRows.Row> waiting,
        List<ContributionRows.Row> rows,
        String q,
        String state,
        List<Filter> filters,
        Paging paging,
        boolean untouched,
        String balances) {}
