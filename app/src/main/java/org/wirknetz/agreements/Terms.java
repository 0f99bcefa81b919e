package org.wirknetz.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What an agreement says about itself.
///
/// @param form null while it is open
/// @param binding step of the ladder: 0 informal, 1 letter of intent, 2 agreement, 3 commitment, 4 contract, 5 legal
/// form
/// @param from the first day it holds
/// @param to the first day it no longer holds; null where it has no end
/// @param noticeMonths how long before its end notice is given; 0 where nothing was agreed
/// @param body the text of the agreement itself
public record Terms(
        String title,
        @Nullable CooperationForm form,
        int binding,
        boolean leadership,
        boolean professional,
        boolean operational,
        String purpose,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int noticeMonths,
        Circle circle,
        String body) {

    public static final int LONGEST_BODY = 100_000;

    public Terms {
        title = title.strip();
        purpose = purpose.strip();
        body = body.replace("\r\n", "\n").strip();
        if (title.isEmpty()) throw new Refused("agreements.title.missing");
        if (title.length() > 200) throw new Refused("agreements.too-long", 200);
        if (purpose.length() > 4000) throw new Refused("agreements.too-long", 4000);
        if (body.length() > LONGEST_BODY) throw new Refused("agreements.too-long", LONGEST_BODY);
        if (binding < 0 || binding > 5) throw new Refused("agreements.binding.range");
        if (noticeMonths < 0 || noticeMonths > 60) throw new Refused("agreements.notice.range");
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("agreements.dates-turned");
    }

    boolean overlaps(Terms other) {
        return (to == null || other.from == null || other.from.isBefore(to))
                && (other.to == null || from == null || from.isBefore(other.to));
    }

    Terms with(Circle narrower) {
        return new Terms(
                title,
                form,
                binding,
                leadership,
                professional,
                operational,
                purpose,
                from,
                to,
                noticeMonths,
                narrower,
                body);
    }
}
