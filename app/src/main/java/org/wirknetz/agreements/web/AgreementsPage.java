package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.Sorting;

/// The list of agreements, one page of it.
///
/// @param untouched there is none at all that this visitor could see
public record AgreementsPage(
        LocalDate asOf,
        String sentence,
        String q,
        Map<String, String> hidden,
        List<Filter> filters,
        Sorting sorting,
        Paging paging,
        List<AgreementList.Row> rows,
        boolean mayDraft,
        boolean untouched,
        String export) {}
