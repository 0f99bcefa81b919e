package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonId;

/// Records of the directory.
@Component
class DirectoryResources implements RoomResources {

    private static final String[] LEVELS = {"LEADERSHIP", "OPERATIONAL", "ADMINISTRATION"};
    /// Those people whom the visitor sees.
    static final String PEOPLE_SEEN = "directory.person_seen(:audience, cast(:own as uuid[]), :today)";

    private final DirectoryPermissions directory;
    private final Organisations organisations;
    private final People people;

    DirectoryResources(DirectoryPermissions directory, Organisations organisations, People people) {
        this.directory = directory;
        this.organisations = organisations;
        this.people = people;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                                "organisations",
                                "directory.organisation",
                                "directory.organisation_seen(:audience, cast(:own as uuid[]))",
                                List.of(
                                        text("key", 80).needed(),
                                        text("name", 200).needed(),
                                        text("shortName", 40),
                                        of("area", Type.UUID),
                                        of("coordinator", Type.BOOLEAN).readOnly(),
                                        of("host", Type.UUID),
                                        of("successor", Type.UUID),
                                        of("succeededOn", Type.DATE),
                                        text("website", 500),
                                        text("email", 254),
                                        text("phone", 60),
                                        text("street", 200),
                                        text("postcode", 20),
                                        text("city", 120),
                                        text("note", 10_000),
                                        of("free", Type.TEXTS),
                                        of("version", Type.INTEGER).readOnly()),
                                directory::readOrganisations,
                                directory::maintainAll)
                        .removedBy(id -> organisations.remove(new OrganisationId(id))),
                new Resource(
                        "organisation-groups",
                        "directory.organisation_group",
                        "directory.organisation_group",
                        List.of(
                                of("organisation", Type.UUID).needed(),
                                of("actorGroup", Type.UUID).needed()),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "organisation-names",
                        "directory.organisation_name",
                        "directory.organisation_name",
                        List.of(
                                of("organisation", Type.UUID).needed(),
                                text("name", 200).needed(),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "umbrella-members",
                        "directory.umbrella_member",
                        "directory.umbrella_member",
                        List.of(
                                of("umbrella", Type.UUID).needed(),
                                of("member", Type.UUID).needed(),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "memberships",
                        "directory.membership",
                        "directory.membership",
                        List.of(
                                of("organisation", Type.UUID).needed(),
                                oneOf("status", "ASKED", "DECLINED", "ACTIVE", "DORMANT", "LEFT", "GUEST")
                                        .needed(),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                                "people",
                                "directory.person",
                                PEOPLE_SEEN,
                                List.of(
                                        text("key", 80).needed(),
                                        text("title", 60),
                                        text("givenName", 120),
                                        text("familyName", 120).needed(),
                                        text("email", 254),
                                        text("phone", 60),
                                        text("mobile", 60),
                                        text("languages", 200),
                                        text("note", 10_000),
                                        text("source", 200),
                                        of("informedOn", Type.DATE),
                                        of("free", Type.TEXTS),
                                        of("version", Type.INTEGER).readOnly()),
                                directory::readPeople,
                                directory::maintainAll)
                        .removedBy(id -> people.remove(new PersonId(id))),
                new Resource(
                        "positions",
                        "directory.position",
                        posts("directory.position"),
                        List.of(
                                of("person", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed(),
                                text("function", 200),
                                oneOf("level", LEVELS),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        directory::readPeople,
                        directory::maintainAll),
                new Resource(
                        "mandates",
                        "directory.mandate",
                        posts("directory.mandate"),
                        List.of(
                                of("person", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed(),
                                oneOf("kind", "REPRESENTS", "LEADS", "RESPONSIBLE", "KEY_FUNCTION"),
                                text("function", 200),
                                oneOf("level", LEVELS),
                                of("deputy", Type.UUID),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        directory::readPeople,
                        directory::maintainAll),
                new Resource(
                        "actor-groups",
                        "directory.actor_group",
                        "directory.actor_group",
                        List.of(
                                text("key", 63).needed(),
                                text("nameDe", 120).needed(),
                                text("nameEn", 120).needed(),
                                of("position", Type.INTEGER),
                                of("version", Type.INTEGER).readOnly()),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "areas",
                        "directory.area",
                        "directory.area",
                        List.of(
                                text("key", 40).needed(),
                                text("name", 200).needed(),
                                oneOf("level", "DISTRICT", "MUNICIPALITY").needed(),
                                of("parent", Type.UUID),
                                of("version", Type.INTEGER).readOnly()),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "structures",
                        "directory.structure",
                        "directory.structure",
                        List.of(
                                text("key", 80).needed(),
                                text("name", 200).needed(),
                                oneOf("kind", "BODY", "ALLIANCE", "PROGRAMME").needed(),
                                of("own", Type.BOOLEAN),
                                text("topic", 500),
                                of("area", Type.UUID),
                                text("website", 500),
                                text("source", 300),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE),
                                of("version", Type.INTEGER).readOnly()),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "structure-members",
                        "directory.structure_member",
                        "directory.structure_member",
                        List.of(
                                of("structure", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed(),
                                text("role", 120),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "target-models",
                        "directory.target_model",
                        "directory.target_model",
                        List.of(
                                text("name", 200).needed(),
                                of("number", Type.INTEGER).needed(),
                                of("validFrom", Type.DATE).needed(),
                                text("source", 300)),
                        directory::readOrganisations,
                        directory::maintainAll),
                new Resource(
                        "targets",
                        "directory.target_role",
                        "directory.target_role",
                        List.of(
                                of("model", Type.UUID).needed(),
                                of("actorGroup", Type.UUID).needed(),
                                of("area", Type.UUID),
                                of("minimum", Type.INTEGER),
                                of("weight", Type.NUMBER)),
                        directory::readOrganisations,
                        directory::maintainAll));
    }

    /// Posts of those people whom the visitor sees; former posts for the office only.
    private static String posts(String table) {
        return "(select post.* from " + table + " post join " + PEOPLE_SEEN
                + " person on person.network = post.network and person.id = post.person"
                + " where :audience = 4 or ((post.valid_from is null or post.valid_from <= :today)"
                + " and (post.valid_to is null or post.valid_to > :today)))";
    }
}
