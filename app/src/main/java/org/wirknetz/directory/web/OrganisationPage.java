package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Json;
import org.wirknetz.directory.Level;
import org.wirknetz.directory.MembershipStatus;
import org.wirknetz.directory.Neighbourhood;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Deed;

/// One organisation on one day: its card, who works there, where it stands, what it was called, what was changed.
///
/// @param office sees former people and the office's notes
/// @param maintains may change the card
public record OrganisationPage(
        Card card,
        LocalDate asOf,
        List<String> groups,
        GroupSigns signs,
        List<Post> posts,
        List<Membership> memberships,
        List<Name> names,
        List<Kin> kin,
        List<Structure> structures,
        List<Deed> history,
        @Nullable Neighbourhood neighbourhood,
        boolean office,
        boolean maintains,
        boolean inside) {

    public record Card(
            UUID id,
            int version,
            String key,
            String name,
            @Nullable String shortName,
            boolean coordinator,
            @Nullable String area,
            @Nullable UUID hostId,
            @Nullable String host,
            @Nullable UUID successorId,
            @Nullable String successor,
            @Nullable LocalDate succeededOn,
            @Nullable String website,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note,
            String free) {

        /// Columns of lists that are no field here, as they came.
        public Map<String, String> more() {
            return new TreeMap<>(Json.strings(free));
        }

        public boolean reachable() {
            return email != null || phone != null || website != null || street != null || city != null;
        }

        public String place() {
            return (postcode == null ? "" : postcode + " ") + (city == null ? "" : city);
        }
    }

    /// A position or a mandate, told apart by `kind`: POSITION, REPRESENTS, LEADS, RESPONSIBLE, KEY_FUNCTION.
    public record Post(
            UUID id,
            UUID person,
            String name,
            String kind,
            String function,
            @Nullable Level level,
            @Nullable String deputy,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean holds(LocalDate on) {
            return (validFrom == null || !validFrom.isAfter(on)) && (validTo == null || validTo.isAfter(on));
        }

        boolean isOver(LocalDate on) {
            return validTo != null && !validTo.isAfter(on);
        }
    }

    public record Membership(
            MembershipStatus status,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String reason) {

        boolean holds(LocalDate on) {
            return (validFrom == null || !validFrom.isAfter(on)) && (validTo == null || validTo.isAfter(on));
        }

        public String statusKind() {
            return Standing.badge(status);
        }
    }

    public record Name(
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /// Another organisation and how it belongs to this one: UMBRELLA, MEMBER, PREDECESSOR, GUEST_OFFICE.
    public record Kin(
            String kind,
            UUID id,
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    public record Structure(
            UUID id, String name, String kind, @Nullable String role) {}

    static OrganisationPage of(
            JdbcClient db,
            OrganisationId organisation,
            Sight sight,
            LocalDate asOf,
            LocalDate today,
            String language,
            boolean maintains,
            List<Deed> history,
            @Nullable Neighbourhood neighbourhood) {
        Map<String, Object> parameters = Map.of(
                "id",
                organisation.value(),
                "audience",
                sight.audience(),
                "own",
                sight.own(),
                "on",
                asOf,
                "today",
                today,
                "language",
                language);
        return new OrganisationPage(
                card(db, parameters),
                asOf,
                db.sql(GROUPS).params(parameters).query(String.class).list(),
                GroupSigns.of(db, language),
                sight.seesPeople()
                        ? db.sql(POSTS).params(parameters).query(Post.class).list()
                        : List.of(),
                db.sql(MEMBERSHIPS).params(parameters).query(Membership.class).list(),
                db.sql(NAMES).params(parameters).query(Name.class).list(),
                db.sql(KIN).params(parameters).query(Kin.class).list(),
                db.sql(STRUCTURES).params(parameters).query(Structure.class).list(),
                history,
                neighbourhood,
                sight.seesFormer(),
                maintains,
                sight.seesPeople());
    }

    private static Card card(JdbcClient db, Map<String, Object> parameters) {
        return db.sql("""
                        select o.id, o.version, o.key,
                               coalesce((select former.name from directory.organisation_name former
                                          where former.network = o.network and former.organisation = o.id
                                            and former.valid_to > :on and (former.valid_from is null or former.valid_from <= :on)
                                          order by former.valid_to limit 1), o.name) as name,
                               o.short_name, o.coordinator, area.name as area, host.id as host_id, host.name as host,
                               successor.id as successor_id, successor.name as successor, o.succeeded_on,
                               o.website, o.email, o.phone, o.street, o.postcode, o.city, o.note, o.free::text as free
                          from directory.organisation_seen(:audience, cast(:own as uuid[])) o
                          left join directory.area on area.network = o.network and area.id = o.area
                          left join directory.organisation host on host.network = o.network and host.id = o.host
                          left join directory.organisation successor on successor.network = o.network and successor.id = o.successor
                         where o.network = platform.network() and o.id = :id
                        """).params(parameters).query(Card.class).optional().orElseThrow(NotFound::new);
    }

    private static final String GROUPS = """
            select case when :language = 'en' then g.name_en else g.name_de end
              from directory.organisation_group og
              join directory.actor_group g on g.network = og.network and g.id = og.actor_group
             where og.network = platform.network() and og.organisation = :id
             order by g.position, g.key
            """;

    private static final String POSTS = """
            select post.id, p.id as person, trim(concat_ws(' ', p.title, p.given_name, p.family_name)) as name, post.kind,
                   post.function, post.level, trim(concat_ws(' ', d.given_name, d.family_name)) as deputy,
                   post.valid_from, post.valid_to
              from (select network, id, person, kind, function, level, deputy, valid_from, valid_to
                      from directory.mandate where network = platform.network() and organisation = :id
                    union all
                    select network, id, person, 'POSITION', function, level, null, valid_from, valid_to
                      from directory.position where network = platform.network() and organisation = :id) post
              join directory.person_seen(:audience, cast(:own as uuid[]), :today) p on p.network = post.network and p.id = post.person
              left join directory.person d on d.network = post.network and d.id = post.deputy
             where :audience = 4 or post.valid_to is null or post.valid_to > :today
             order by post.kind = 'POSITION', platform.fold(p.family_name), p.id, post.valid_from nulls first, post.id
            """;

    private static final String MEMBERSHIPS = """
            select status, valid_from, valid_to, case when :audience = 4 then reason end as reason
              from directory.membership
             where network = platform.network() and organisation = :id
             order by valid_from desc nulls last, valid_to desc nulls first
            """;

    private static final String NAMES = """
            select name, valid_from, valid_to from directory.organisation_name
             where network = platform.network() and organisation = :id
             order by valid_to desc nulls last, name
            """;

    private static final String KIN = """
            select * from (
            select 'UMBRELLA' as kind, o.id, o.name, u.valid_from, u.valid_to
              from directory.umbrella_member u
              join directory.organisation o on o.network = u.network and o.id = u.umbrella
             where u.network = platform.network() and u.member = :id
            union all
            select 'MEMBER', o.id, o.name, u.valid_from, u.valid_to
              from directory.umbrella_member u
              join directory.organisation o on o.network = u.network and o.id = u.member
             where u.network = platform.network() and u.umbrella = :id
            union all
            select 'PREDECESSOR', o.id, o.name, null, o.succeeded_on
              from directory.organisation o where o.network = platform.network() and o.successor = :id
            union all
            select 'GUEST_OFFICE', o.id, o.name, null, null
              from directory.organisation o where o.network = platform.network() and o.host = :id) kin
             where kind in ('PREDECESSOR', 'GUEST_OFFICE')
                or ((valid_from is null or valid_from <= :on) and (valid_to is null or valid_to > :on))
             order by kind, platform.fold(name), id
            """;

    private static final String STRUCTURES = """
            select s.id, s.name, s.kind, m.role
              from directory.structure_member m
              join directory.structure s on s.network = m.network and s.id = m.structure
             where m.network = platform.network() and m.organisation = :id
               and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)
             order by platform.fold(s.name), s.id
            """;

    public List<Post> present() {
        return posts.stream().filter(post -> post.holds(asOf)).toList();
    }

    /// People who left, newest first; only the office gets any.
    public List<Post> former() {
        return posts.stream()
                .filter(post -> post.isOver(asOf))
                .sorted((one, other) -> String.valueOf(other.validTo()).compareTo(String.valueOf(one.validTo())))
                .toList();
    }

    public List<Post> coming() {
        return posts.stream()
                .filter(post -> !post.holds(asOf) && !post.isOver(asOf))
                .toList();
    }

    public @Nullable Membership standing() {
        return memberships.stream().filter(it -> it.holds(asOf)).findFirst().orElse(null);
    }

    public List<Kin> kin(String kind) {
        return kin.stream().filter(it -> it.kind().equals(kind)).toList();
    }

    /// Who represents it in the network today, by name.
    public String representatives() {
        return present().stream()
                .filter(post -> post.kind().equals("REPRESENTS"))
                .map(Post::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// Nothing is missing that the network needs to know.
    public boolean complete() {
        return !present().isEmpty()
                && card.email() != null
                && !groups.isEmpty()
                && card.area() != null
                && standing() != null;
    }
}
