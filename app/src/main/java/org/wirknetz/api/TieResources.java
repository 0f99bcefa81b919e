package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.api.Field.Type;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.alarms.Rule;

/// Ties and their kinds, how much partners can give, what the network lives on, which interests the office has, what it
/// said to alarms, and views of the map.
@Component
class TieResources implements RoomResources {

    /// The note is for the two it concerns, as on the page of the tie.
    private static final String TIES = """
            (select tie.network, tie.id, tie.from_organisation, tie.to_organisation, tie.kind, tie.strength, tie.mutual, tie.form,
                    tie.source, tie.valid_from, tie.valid_to, tie.from_confirmed_at, tie.to_confirmed_at, tie.version,
                    case when :audience = 4 or tie.from_organisation = any (cast(:own as uuid[]))
                              or tie.to_organisation = any (cast(:own as uuid[])) then tie.note end as note
               from networkcheck.tie tie)""";

    private final NetworkcheckPermissions networkcheck;
    private final CapacitiesWriting capacities;
    private final FundingWriting funding;
    private final InterestsWriting interests;
    private final AlarmAnswersWriting answers;
    private final MapViewsWriting views;

    TieResources(
            NetworkcheckPermissions networkcheck,
            CapacitiesWriting capacities,
            FundingWriting funding,
            InterestsWriting interests,
            AlarmAnswersWriting answers,
            MapViewsWriting views) {
        this.answers = answers;
        this.views = views;
        this.networkcheck = networkcheck;
        this.capacities = capacities;
        this.funding = funding;
        this.interests = interests;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "capacities",
                        "networkcheck.capacity",
                        "networkcheck.capacity",
                        List.of(
                                of("organisation", Type.UUID).needed(),
                                of("hours", Type.NUMBER).needed(),
                                oneOf("per", "MONTH", "HALF_YEAR").needed(),
                                text("note", 500),
                                of("saidOn", Type.DATE).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        networkcheck::enterTies,
                        networkcheck::enterTies,
                        capacities),
                new Resource(
                        "funding",
                        "networkcheck.funding",
                        "networkcheck.funding",
                        List.of(
                                text("source", 200).needed(),
                                of("amount", Type.NUMBER).needed(),
                                of("public", Type.BOOLEAN).needed(),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE),
                                of("version", Type.INTEGER).readOnly()),
                        networkcheck::seeFunding,
                        networkcheck::seeFunding,
                        funding),
                new Resource(
                        "interests",
                        "networkcheck.interest",
                        "networkcheck.interest",
                        List.of(
                                text("about", 500).needed(),
                                text("handling", 1_000),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE),
                                of("version", Type.INTEGER).readOnly()),
                        networkcheck::seeNames,
                        networkcheck::keepInterests,
                        interests),
                new Resource(
                        "alarm-answers",
                        "networkcheck.answer",
                        "networkcheck.answer",
                        List.of(
                                oneOf(
                                                "rule",
                                                Arrays.stream(Rule.values())
                                                        .map(Rule::name)
                                                        .toArray(String[]::new))
                                        .needed(),
                                text("subject", 4_000).needed(),
                                oneOf("verdict", "KNOWN", "PLANNED", "WRONG").needed(),
                                of("until", Type.DATE),
                                text("note", 1_000),
                                of("figure", Type.NUMBER).readOnly(),
                                of("answeredOn", Type.DATE).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        networkcheck::seeRisks,
                        networkcheck::seeRisks,
                        answers),
                new Resource(
                        "map-views",
                        "networkcheck.map_view",
                        "networkcheck.map_view",
                        List.of(text("name", 80).needed(), text("query", 2_000)),
                        networkcheck::seeNames,
                        networkcheck::keepViews,
                        views),
                new Resource(
                        "tie-kinds",
                        "networkcheck.tie_kind",
                        "networkcheck.tie_kind",
                        List.of(
                                text("key", 63).needed(),
                                text("nameDe", 120).needed(),
                                text("nameEn", 120).needed(),
                                of("position", Type.INTEGER)),
                        networkcheck::seeNames,
                        Visitor::isOffice),
                new Resource(
                        "ties",
                        "networkcheck.tie",
                        TIES,
                        List.of(
                                of("fromOrganisation", Type.UUID).needed(),
                                of("toOrganisation", Type.UUID).needed(),
                                text("kind", 63).needed(),
                                of("strength", Type.INTEGER),
                                of("mutual", Type.BOOLEAN),
                                oneOf("form", "COMPLEMENTARY", "SUPPORTIVE", "INTEGRATIVE"),
                                oneOf("source", "DECLARED", "OBSERVED"),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE),
                                of("fromConfirmedAt", Type.TIME),
                                of("toConfirmedAt", Type.TIME),
                                text("note", 2_000),
                                of("version", Type.INTEGER).readOnly()),
                        networkcheck::seeNames,
                        Visitor::isOffice));
    }
}
