package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.MembershipStatus;
import org.wirknetz.directory.SearchWords;
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
    private final String conditions;
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
        parameters.put("audience", sight.audience());
        parameters.put("own", sight.own());
        parameters.put("on", asOf);
        parameters.put("language", language);
        this.conditions = conditions(abbreviations);
    }

    int count() {
        return db.sql("select count(*) " + from() + conditions)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    List<Row> page() {
        return rows(PAGE, (question.page() - 1) * PAGE);
    }

    /// Everything, for exports. Bounded by what one network holds.
    List<Row> all() {
        return rows(Integer.MAX_VALUE, 0);
    }

    java.util.Optional<Row> one(UUID id) {
        parameters.put("one", id);
        return rows(1, 0, " and o.id = :one").stream().findFirst();
    }

    private List<Row> rows(int limit, int offset) {
        return rows(limit, offset, "");
    }

    private List<Row> rows(int limit, int offset, String further) {
        var sql = "with hit as materialized (select o.id, " + order() + " as rank" + from() + conditions + further
                + " order by 2 " + direction() + ", o.id limit :limit offset :offset)"
                + """

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
                  from hit
                  join directory.organisation_seen(:audience, cast(:own as uuid[])) o on o.id = hit.id
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
                       ) staff on :audience >= 2
                 order by hit.rank\s""" + direction() + ", o.id";
        return db.sql(sql)
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
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

    private String from() {
        var tables = " from directory.organisation_seen(:audience, cast(:own as uuid[])) o";
        if (question.has("status") || Set.of("status", "since").contains(sort())) {
            tables += """

                     left join directory.membership m on m.network = o.network and m.organisation = o.id
                          and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)""";
        }
        if (sort().equals("area")) {
            tables += " left join directory.area a on a.network = o.network and a.id = o.area";
        }
        return tables + " where o.network = platform.network()";
    }

    /// Backwards by name, an index can be read backwards; other columns have holes, which come last either way.
    private String direction() {
        if (!question.descending()) return "asc";
        return sort().equals("name") ? "desc" : "desc nulls last";
    }

    private String sort() {
        return question.sort(SORTS, "name");
    }

    private String order() {
        return switch (sort()) {
            case "area" -> "platform.fold(a.name)";
            case "status" -> "m.status";
            case "since" -> "m.valid_from";
            case "short_name" -> "platform.fold(o.short_name)";
            case "city" -> "platform.fold(o.city)";
            case "postcode" -> "o.postcode";
            default -> "platform.fold(o.name)";
        };
    }

    private String conditions(Abbreviations abbreviations) {
        var all = new ArrayList<String>();
        if (question.has("q")) {
            var words = SearchWords.of(question.get("q"), abbreviations);
            all.add("o.id in (select e.id from platform.search_entry e where e.network = platform.network()"
                    + " and e.kind = 'organisation' and " + words.condition() + ")");
            parameters.putAll(words.parameters());
        }
        question.id("group").ifPresent(group -> {
            all.add("exists (select from directory.organisation_group og where og.network = o.network"
                    + " and og.organisation = o.id and og.actor_group = :group)");
            parameters.put("group", group);
        });
        question.id("area").ifPresent(area -> {
            all.add("o.area in (select id from directory.area where id = :area or parent = :area)");
            parameters.put("area", area);
        });
        switch (question.get("status")) {
            case "" -> {}
            case "MEMBER" -> all.add("m.status in ('ACTIVE', 'DORMANT')");
            case "NONE" -> all.add("m.status is null");
            default -> {
                all.add("m.status = :status");
                parameters.put("status", question.get("status"));
            }
        }
        switch (question.get("gap")) {
            case "person" -> all.add(sight.seesPeople() ? NOBODY : "false");
            case "email" -> all.add("o.email is null");
            case "group" ->
                all.add("not exists (select from directory.organisation_group og"
                        + " where og.network = o.network and og.organisation = o.id)");
            case "area" -> all.add("o.area is null");
            default -> {}
        }
        return all.isEmpty() ? "" : " and " + String.join(" and ", all);
    }

    private static final String NOBODY = """
            not exists (select from directory.position p where p.network = o.network and p.organisation = o.id
                           and (p.valid_from is null or p.valid_from <= :on) and (p.valid_to is null or p.valid_to > :on))
            and not exists (select from directory.mandate d where d.network = o.network and d.organisation = o.id
                           and (d.valid_from is null or d.valid_from <= :on) and (d.valid_to is null or d.valid_to > :on))
            """;
}
