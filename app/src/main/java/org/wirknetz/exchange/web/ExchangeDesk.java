package org.wirknetz.exchange.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// The desk of giving and taking: the way to its pages, amounts as they are said.
@Component
class ExchangeDesk extends Desk {

    ExchangeDesk(Words words, Clock clock) {
        super(words, clock, "exchange/");
    }

    /// 3 or 2,5: as much as is known and no more.
    String amount(Number amount) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(amount);
    }

    Crumb contributions(Visitor visitor) {
        return new Crumb(say("exchange.contributions.title"), visitor.base() + "/contributions");
    }

    static @Nullable UUID id(@Nullable String text) {
        if (text == null || !text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(text);
    }
}
