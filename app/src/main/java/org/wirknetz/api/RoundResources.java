package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.rounds.RoundsPermissions;

/// Question rounds with their answers, to be read only: cards go in where the promise about them is read.
@Component
class RoundResources implements RoomResources {

    private final RoundsPermissions rounds;

    RoundResources(RoundsPermissions rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "rounds",
                        "rounds.round",
                        """
                        (select r.*, case when r.opened_on is null then 'DRAFT' when rounds.is_open(r) then 'OPEN' else 'CLOSED' end as state
                           from rounds.round r)""",
                        List.of(
                                text("title", 200).readOnly(),
                                text("intro", 2_000).readOnly(),
                                oneOf("kind", "OPEN", "ARGUMENTS", "HARD_TO_REACH", "PORTFOLIO", "CONDITIONS")
                                        .readOnly(),
                                of("anonymous", Type.BOOLEAN).readOnly(),
                                of("dots", Type.INTEGER).readOnly(),
                                of("openedOn", Type.DATE).readOnly(),
                                of("closesOn", Type.DATE).readOnly(),
                                of("closedOn", Type.DATE).readOnly(),
                                oneOf("state", "DRAFT", "OPEN", "CLOSED").readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        rounds::see,
                        nobody -> false),
                new Resource(
                        "round-questions",
                        "rounds.question",
                        "rounds.question",
                        List.of(
                                of("round", Type.UUID).readOnly(),
                                of("position", Type.INTEGER).readOnly(),
                                text("wording", 300).readOnly()),
                        rounds::see,
                        nobody -> false),
                new Resource(
                        "round-clusters",
                        "rounds.cluster",
                        """
                        (select c.*, (select count(*) from rounds.dot d where d.network = c.network and d.cluster = c.id)::int as dots
                           from rounds.cluster c)""",
                        List.of(
                                of("question", Type.UUID).readOnly(),
                                text("name", 120).readOnly(),
                                of("dots", Type.INTEGER).readOnly()),
                        rounds::see,
                        nobody -> false),
                new Resource(
                        "round-cards",
                        "rounds.card",
                        // Single ratings stay inside: of a few anonymous ones the page shows nothing either.
                        """
                        (select c.network, c.id, c.question, c.cluster, c.body, c.organisation, c.guest, c.written_on
                           from rounds.card c where c.body is not null)""",
                        List.of(
                                of("question", Type.UUID).readOnly(),
                                of("cluster", Type.UUID).readOnly(),
                                text("body", 500).readOnly(),
                                of("organisation", Type.UUID).readOnly(),
                                text("guest", 100).readOnly(),
                                of("writtenOn", Type.DATE).readOnly()),
                        rounds::see,
                        nobody -> false));
    }
}
