package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;

/// The list of agreements, one page of it.
///
/// @param untouched there is none at all that this visitor could see
public record AgreementsPage(
        LocalDate asOf,
        String sentence,
        Asked asked,
        List<Filter> filters,
        Paging paging,
        List<AgreementList.Row> rows,
        boolean mayDraft,
        boolean untouched) {}
