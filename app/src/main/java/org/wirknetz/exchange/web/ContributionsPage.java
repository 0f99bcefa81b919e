package org.wirknetz.exchange.web;

import java.util.List;
import org.wirknetz.directory.WorkDone;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;

/// @param waiting what waits for the visitor's word
/// @param suggested a few, the newest first
/// @param balances where the balance of one or all stands
public record ContributionsPage(
        boolean office,
        String sentence,
        List<ContributionRows.Row> waiting,
        List<Suggested> suggested,
        List<ContributionRows.Row> rows,
        String q,
        String state,
        List<Filter> filters,
        Paging paging,
        boolean untouched,
        String balances) {

    /// Work that may have been a favour.
    ///
    /// @param parties who did it for whom
    public record Suggested(WorkDone.Deed deed, String parties) {}
}
