package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.MembershipStatus;
import org.wirknetz.directory.Sight;

/// Organisations as a list answers a question: which there are, how many, in which order.
///
/// First the identities of one page, from indexes alone; then everything shown of these few.
public final class OrganisationList {

    public static final int PAGE = 50;

    public static final Set<String> PARAMETERS =
            Set.of("q", "group", "area", "status", "gap", "asOf", "sort", "page", "columns");
    public static final Set<String> SORTS = Set.of("name", "short_name", "area", "status", "since", "city", "postcode");
    public static final List<String> COLUMNS = List.of(
            "short_name",
            "groups",
            "area",
            "status",
            "since",
            "people",
            "contact",
            "email",
            "phone",
            "website",
            "street",
            "postcode",
            "city",
            "key");
    public static final List<String> USUAL = List.of("groups", "area", "status", "contact", "email", "city");
    public static final List<String> GAPS = List.of("person", "email", "group", "area");
    public static final List<String> STANDINGS =
            List.of("MEMBER", "ASKED", "DECLINED", "ACTIVE", "DORMANT", "LEFT", "GUEST", "NONE");

    /// @param contact who represents the organisation, else whoever works there; null when nobody is known or shown
    public record Row(
            UUID id,
            int version,
            String key,
            String name,
            @Nullable String shortName,
            boolean coordinator,
            @Nullable String area,
            List<String> groups,
            @Nullable MembershipStatus status,
            @Nullable LocalDate since,
            int people,
            @Nullable String contact,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city) {

        /// The shape of the badge, see `badge.jte`.
        public String statusKind() {
            return Standing.badge(status);
        }

        /// A field of the card by its column; null when empty or not for this visitor.
        public @Nullable String field(String column) {
            return switch (column) {
                case "short_name" -> shortName;
                case "email" -> email;
                case "phone" -> phone;
                case "website" -> website;
                case "street" -> street;
                case "postcode" -> postcode;
                case "city" -> city;
                default -> null;
            };
        }
    }

    private final JdbcClient db;
    private final ListQuestion question;
    private final Sight sight;
    private final OrganisationHits hits;
    private final Map<String, Object> parameters = new HashMap<>();

    OrganisationList(
            JdbcClient db,
            ListQuestion question,
            Sight sight,
            LocalDate asOf,
            String language,
            Abbreviations abbreviations) {
        this.db = db;
        this.question = question;
        this.sight = sight;
        parameters.put("own", sight.own());
        parameters.put("on", asOf);
        parameters.put("language", language);
        this.hits = new OrganisationHits(db, question, sight, parameters, abbreviations);
    }

    /// @param total all that were found, on every page
    public record Page(int total, List<Row> rows) {}

    Page page() {
        var found = hits.cut(PAGE, (question.page() - 1) * PAGE);
        return new Page(found.total(), rows(found.ids()));
    }

    /// Everything, for exports. Bounded by what one network holds.
    List<Row> all() {
        return rows(hits.cut(Integer.MAX_VALUE, 0).ids());
    }

    Optional<Row> one(UUID id) {
        return rows(List.of(id)).stream().findFirst();
    }

    private List<Row> rows(List<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("""
                select o.id, o.version, o.key,
                       coalesce((select former.name from directory.organisation_name former
                                  where former.network = o.network and former.organisation = o.id and former.valid_to > :on
                                    and (former.valid_from is null or former.valid_from <= :on)
                                  order by former.valid_to limit 1), o.name) as name,
                       o.short_name, o.coordinator, area.name as area,
                       array(select case when :language = 'en' then g.name_en else g.name_de end
                               from directory.organisation_group og
                               join directory.actor_group g on g.network = og.network and g.id = og.actor_group
                              where og.network = o.network and og.organisation = o.id order by g.position, g.key) as groups,
                       m.status, m.valid_from as since, coalesce(staff.number, 0) as people, staff.contact,
                       o.email, o.phone, o.website, o.street, o.postcode, o.city
                  from unnest(cast(:ids as uuid[])) with ordinality as hit (id, place)
                  join directory.organisation_seen(%1$d, cast(:own as uuid[])) o
                       on o.network = platform.network() and o.id = hit.id
                  left join directory.area on area.network = o.network and area.id = o.area
                  left join directory.membership m on m.network = o.network and m.organisation = o.id
                       and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)
                  left join lateral (
                       select count(distinct post.person)::int as number,
                              (array_agg(trim(concat_ws(' ', p.title, p.given_name, p.family_name))
                                         order by post.kind, p.family_name, p.id))[1] as contact
                         from (select person, case when kind = 'REPRESENTS' then 0 else 1 end as kind, valid_from, valid_to
                                 from directory.mandate where network = o.network and organisation = o.id
                               union all
                               select person, 2, valid_from, valid_to
                                 from directory.position where network = o.network and organisation = o.id) post
                         join directory.person p on p.network = o.network and p.id = post.person
                        where (post.valid_from is null or post.valid_from <= :on) and (post.valid_to is null or post.valid_to > :on)
                       ) staff on %1$d >= 2
                 order by hit.place
                """.formatted(sight.audience()))
                .params(parameters)
                .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getBoolean("coordinator"),
                        row.getString("area"),
                        List.of((String[]) row.getArray("groups").getArray()),
                        row.getString("status") == null ? null : MembershipStatus.valueOf(row.getString("status")),
                        row.getObject("since", LocalDate.class),
                        row.getInt("people"),
                        row.getString("contact"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("website"),
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city")))
                .list();
    }
}
