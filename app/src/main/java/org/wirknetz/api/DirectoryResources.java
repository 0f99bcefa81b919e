package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Role;
import org.wirknetz.api.Field.Type;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;

/// Records of the directory.
@Component
class DirectoryResources implements RoomResources {

    private static final String[] LEVELS = {"LEADERSHIP", "OPERATIONAL", "ADMINISTRATION"};
    private static final String[] KINDS = {"REPRESENTS", "LEADS", "RESPONSIBLE", "KEY_FUNCTION"};
    /// Those people whom the visitor sees.
    static final String PEOPLE_SEEN = "directory.person_seen(:audience, cast(:own as uuid[]), :today)";

    /// Who may see which field of a card is read by those who may say so: see [DirectoryPermissions].
    private static final String ORGANISATIONS_SEEN = """
            (select o.network, o.id, o.key, o.name, o.short_name, o.area, o.coordinator, o.host, o.successor, o.succeeded_on,
                    o.website, o.email, o.phone, o.street, o.postcode, o.city, o.note, o.free, o.version,
                    case when :audience = 4 or o.id = any (cast(:administered as uuid[])) then o.visibility end as visibility
               from directory.organisation_seen(:audience, cast(:own as uuid[])) o)""";
    private static final String CARDS_OF_PEOPLE = """
            (select p.network, p.id, p.key, p.title, p.given_name, p.family_name, p.email, p.phone, p.mobile, p.languages,
                    p.note, p.source, p.informed_on, p.free, p.version,
                    case when :audience = 4 or theirs.alone then p.visibility end as visibility
               from directory.person_seen(:audience, cast(:own as uuid[]), :today) p
              cross join lateral (
                    select coalesce(bool_and(post.organisation = any (cast(:administered as uuid[]))), false) as alone
                      from (select organisation from directory.position x
                             where x.network = p.network and x.person = p.id and (x.valid_to is null or x.valid_to > :today)
                            union all
                            select organisation from directory.mandate x
                             where x.network = p.network and x.person = p.id
                               and (x.valid_to is null or x.valid_to > :today)) post) theirs)""";

    private final DirectoryPermissions directory;
    private final Organisations organisations;
    private final OrganisationsWriting cards;
    private final PeopleWriting people;
    private final PositionsWriting positions;
    private final MandatesWriting mandates;

    DirectoryResources(
            DirectoryPermissions directory,
            Organisations organisations,
            OrganisationsWriting cards,
            PeopleWriting people,
            PositionsWriting positions,
            MandatesWriting mandates) {
        this.directory = directory;
        this.organisations = organisations;
        this.cards = cards;
        this.people = people;
        this.positions = positions;
        this.mandates = mandates;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                                "organisations",
                                "directory.organisation",
                                ORGANISATIONS_SEEN,
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
                                        Field.visibility(),
                                        of("renamedOn", Type.DATE).toldOnly(),
                                        of("version", Type.INTEGER).readOnly()),
                                directory::readOrganisations,
                                directory::maintainAll)
                        .removedBy(id -> organisations.remove(new OrganisationId(id)))
                        .byPartners(cards),
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
                        CARDS_OF_PEOPLE,
                        List.of(
                                text("key", 80),
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
                                Field.visibility(),
                                of("organisation", Type.UUID).toldOnly(),
                                oneOf("kind", KINDS).toldOnly(),
                                text("function", 200).toldOnly(),
                                oneOf("level", LEVELS).toldOnly(),
                                of("validFrom", Type.DATE).toldOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        directory::readPeople,
                        visitor -> directory.maintainAll(visitor) || visitor.is(Role.PARTNER_ADMIN),
                        people),
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
                                directory::maintainAll)
                        .byPartners(positions),
                new Resource(
                                "mandates",
                                "directory.mandate",
                                posts("directory.mandate"),
                                List.of(
                                        of("person", Type.UUID).needed(),
                                        of("organisation", Type.UUID).needed(),
                                        oneOf("kind", KINDS),
                                        text("function", 200),
                                        oneOf("level", LEVELS),
                                        of("deputy", Type.UUID),
                                        of("validFrom", Type.DATE),
                                        of("validTo", Type.DATE)),
                                directory::readPeople,
                                directory::maintainAll)
                        .byPartners(mandates),
                new Resource(
                        "actor-groups",
                        "directory.actor_group",
                        "directory.actor_group",
                        List.of(
                                text("key", 63).needed(),
                                text("nameDe", 120).needed(),
                                text("nameEn", 120).needed(),
                                of("position", Type.INTEGER),
                                of("funds", Type.BOOLEAN),
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
