package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The first sentence of an agreement's page: where it stands, and until when.
@Component
class AgreementSentence {

    private final AgreementsDesk desk;

    AgreementSentence(AgreementsDesk desk) {
        this.desk = desk;
    }

    String of(AgreementPage page) {
        var row = page.row();
        return switch (page.standing()) {
            case DRAFT -> desk.say("agreements.sentence.DRAFT", page.names());
            case NEGOTIATION -> desk.say("agreements.sentence.NEGOTIATION", page.names());
            case OFFERED -> desk.say("agreements.sentence.OFFERED", page.names(), day(row.offeredOn()));
            case CONCLUDED -> concluded(page);
            case EXPIRED -> desk.say("agreements.sentence.EXPIRED", page.names(), day(row.lastDay()));
            case ENDED ->
                row.concludedOn() == null
                        ? desk.say("agreements.sentence.withdrawn", page.names(), day(row.endedOn()), row.endReason())
                        : desk.say("agreements.sentence.ENDED", page.names(), day(row.endedOn()), row.endReason());
        };
    }

    private String concluded(AgreementPage page) {
        var row = page.row();
        var from = row.validFrom();
        var last = row.lastDay();
        if (from != null && from.isAfter(page.today())) {
            return last == null
                    ? desk.say("agreements.sentence.coming", page.names(), day(row.concludedOn()), day(from))
                    : desk.say(
                            "agreements.sentence.coming.until",
                            page.names(),
                            day(row.concludedOn()),
                            day(from),
                            day(last));
        }
        if (last == null) return desk.say("agreements.sentence.endless", page.names(), day(row.concludedOn()));
        long days = ChronoUnit.DAYS.between(page.today(), last) + 1;
        return desk.say("agreements.sentence.CONCLUDED", page.names(), day(row.concludedOn()), desk.date(last), days);
    }

    private String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return desk.date(Objects.requireNonNull(day));
    }
}
