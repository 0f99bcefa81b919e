package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.Map;
import org.wirknetz.platform.web.Asked;

/// What somebody asks of the list of agreements.
///
/// @param asked `q` words of title and parties; `standing` a [org.wirknetz.agreements.Standing] or `open`; `form`;
/// `binding` a step of the ladder; `within` days until the end; `organisation` a party
record AgreementsQuestion(Asked asked, LocalDate asOf) {

    static final int SIZE = 50;

    private static final Map<String, String> COLUMNS = Map.of(
            "title", "platform.fold(a.title)",
            "parties", "platform.fold(a.names)",
            "standing", "a.standing",
            "binding", "a.binding",
            "form", "a.form",
            "from", "a.valid_from",
            "until", "a.valid_to");

    static AgreementsQuestion of(String path, Map<String, String> given, LocalDate asOf) {
        return new AgreementsQuestion(
                Asked.reading(path, given)
                        .words("q")
                        .oneOf("standing", "DRAFT", "NEGOTIATION", "OFFERED", "CONCLUDED", "ENDED", "EXPIRED", "open")
                        .oneOf("form", "COMPLEMENTARY", "SUPPORTIVE", "INTEGRATIVE")
                        .oneOf("binding", "0", "1", "2", "3", "4", "5")
                        .oneOf("within", "30", "90", "365")
                        .id("organisation")
                        .day(asOf)
                        .sort("until", COLUMNS.keySet())
                        .asked(),
                asOf);
    }

    String order() {
        return asked.order(COLUMNS) + ", platform.fold(a.title), a.id";
    }
}
