package org.wirknetz.agreements.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.agreements.Circle;
import org.wirknetz.agreements.CooperationForm;
import org.wirknetz.platform.web.Choice;

/// What can be chosen in the form of an agreement.
@Component
class DraftChoices {

    private static final int LEAST_PLACES = 3;

    private final JdbcClient db;
    private final AgreementsDesk desk;

    DraftChoices(JdbcClient db, AgreementsDesk desk) {
        this.db = db;
        this.desk = desk;
    }

    record Named(UUID id, String name) {}

    /// A place for each party, one more for the next, at least three.
    List<List<Choice>> parties(List<String> chosen) {
        var organisations = db.sql(
                        "select id, name from directory.organisation_card where network = platform.network() order by platform.fold(name), id")
                .query(Named.class)
                .list();
        var places = new ArrayList<List<Choice>>();
        for (int place = 0; place < Math.max(LEAST_PLACES, chosen.size() + 1); place++) {
            var here = place < chosen.size() ? chosen.get(place) : "";
            places.add(Stream.concat(
                            Stream.of(new Choice("", desk.say("agreements.party.choose"), here.isEmpty())),
                            organisations.stream()
                                    .map(it -> new Choice(
                                            it.id().toString(),
                                            it.name(),
                                            it.id().toString().equals(here))))
                    .toList());
        }
        return places;
    }

    List<Choice> forms(String chosen) {
        return Stream.concat(
                        Stream.of(new Choice(
                                "",
                                desk.say("agreements.form.open"),
                                chosen.isEmpty(),
                                desk.say("agreements.form.open.help"))),
                        Arrays.stream(CooperationForm.values())
                                .map(it -> new Choice(
                                        it.name(),
                                        desk.say("agreements.form." + it),
                                        it.name().equals(chosen),
                                        desk.say("agreements.form." + it + ".help"))))
                .toList();
    }

    List<Choice> bindings(String chosen) {
        return IntStream.rangeClosed(0, 5)
                .mapToObj(String::valueOf)
                .map(it -> new Choice(it, desk.say("agreements.binding." + it), it.equals(chosen)))
                .toList();
    }

    List<Choice> levels(List<String> chosen) {
        return AgreementForm.LEVELS.stream()
                .map(it -> new Choice(it, desk.say("agreements.level." + it), chosen.contains(it)))
                .toList();
    }

    List<Choice> circles(String chosen) {
        return Arrays.stream(Circle.values())
                .map(it -> new Choice(
                        it.name(),
                        desk.say("agreements.circle." + it),
                        it.name().equals(chosen)))
                .toList();
    }
}
