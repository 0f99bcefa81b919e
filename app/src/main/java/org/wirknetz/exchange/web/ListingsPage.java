package org.wirknetz.exchange.web;

import java.util.List;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;

/// @param shelf `needs`, `offers` or `interests`
public record ListingsPage(
        String shelf,
        String title,
        String sentence,
        List<ListingRows.Row> rows,
        String q,
        List<Filter> filters,
        Paging paging,
        boolean mayPublish,
        boolean mayKeepTerms,
        boolean untouched) {}
