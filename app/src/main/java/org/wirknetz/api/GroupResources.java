package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.api.Field.Type;
import org.wirknetz.groups.GroupsPermissions;

/// Bodies and working groups, and who sits in them; the database leaves out those that are for their members alone.
@Component
class GroupResources implements RoomResources {

    private static final String GROUPS = """
            (select b.*, c.lead, c.deputy from groups.body b
               join groups.group_card c on c.network = b.network and c.id = b.id)""";

    private final GroupsPermissions groups;

    GroupResources(GroupsPermissions groups) {
        this.groups = groups;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "groups",
                        "groups.body",
                        GROUPS,
                        List.of(
                                text("name", 200).needed(),
                                oneOf("kind", "STEERING", "PLENARY", "WORKING_GROUP", "OTHER")
                                        .needed(),
                                text("purpose", 2_000),
                                text("mandate", 10_000),
                                text("expected", 2_000),
                                text("rules", 20_000),
                                of("termFrom", Type.DATE),
                                of("termTo", Type.DATE),
                                of("rhythmDays", Type.INTEGER),
                                of("quorumNumerator", Type.INTEGER),
                                of("quorumDenominator", Type.INTEGER),
                                of("quorumAbove", Type.BOOLEAN),
                                oneOf("visibility", "MEMBERS", "NETWORK"),
                                of("foundedOn", Type.DATE).needed(),
                                of("closedOn", Type.DATE),
                                text("result", 10_000),
                                of("lead", Type.UUID).readOnly(),
                                of("deputy", Type.UUID).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        groups::see,
                        Visitor::isOffice),
                new Resource(
                        "group-members",
                        "groups.member",
                        "groups.member",
                        List.of(
                                of("groupId", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed(),
                                of("person", Type.UUID),
                                oneOf("part", "LEAD", "DEPUTY", "MEMBER", "GUEST"),
                                of("votes", Type.BOOLEAN),
                                of("since", Type.DATE).needed(),
                                of("until", Type.DATE),
                                of("version", Type.INTEGER).readOnly()),
                        groups::see,
                        Visitor::isOffice));
    }
}
