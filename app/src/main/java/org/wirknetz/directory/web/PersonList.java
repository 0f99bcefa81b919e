package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.Sight;

/// People as a list answers a question. Those without a post today stay findable for the office.
public final class PersonList {

    public static final int PAGE = 50;
    public static final Set<String> PARAMETERS = Set.of("q", "standing", "gap", "sort", "page", "columns");
    public static final Set<String> SORTS = Set.of("name", "email", "informed_on");
    public static final List<String> COLUMNS =
            List.of("does", "email", "phone", "mobile", "languages", "informed_on", "source");
    public static final List<String> USUAL = List.of("does", "email", "phone", "informed_on");
    public static final List<String> EDITABLE = List.of("email", "phone", "mobile", "languages");
    public static final List<String> STANDINGS = List.of("present", "former");
    public static final List<String> GAPS = List.of("uninformed", "email");

    /// @param posts what they do today, each as "function, organisation"
    public record Row(
            UUID id,
            String name,
            @Nullable String title,
            String givenName,
            String familyName,
            String posts,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String languages,
            @Nullable String source,
            @Nullable LocalDate informedOn) {

        public String fullName() {
            return (givenName + " " + familyName).strip();
        }

        /// A field of the card by its column; null when empty or not for this visitor.
        public @Nullable String field(String column) {
            return switch (column) {
                case "email" -> email;
                case "phone" -> phone;
                case "mobile" -> mobile;
                case "languages" -> languages;
                case "source" -> source;
                default -> null;
            };
        }
    }

    private final JdbcClient db;
    private final ListQuestion question;
    private final String seen;
    private final PersonHits hits;
    private final Map<String, Object> parameters = new HashMap<>();

    PersonList(JdbcClient db, ListQuestion question, Sight sight, LocalDate today, Abbreviations abbreviations) {
        this.db = db;
        this.question = question;
        parameters.put("own", sight.own());
        parameters.put("today", today);
        this.seen = "directory.person_seen(" + sight.audience() + ", cast(:own as uuid[]), :today) p";
        this.hits = new PersonHits(db, question, sight, parameters, abbreviations);
    }

    /// @param total all that were found, on every page
    public record Page(int total, List<Row> rows) {}

    Page page() {
        int total = hits.count();
        return new Page(total, rows(hits.cut(total, PAGE, (question.page() - 1) * PAGE)));
    }

    List<Row> all() {
        return rows(hits.cut(hits.count(), Integer.MAX_VALUE, 0));
    }

    private List<Row> rows(List<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("""
                        select p.id, concat_ws(', ', p.family_name, nullif(trim(concat_ws(' ', p.title, p.given_name)), '')) as name, p.title, p.given_name, p.family_name,
                               coalesce((select string_agg(distinct concat_ws(', ', nullif(post.function, ''), o.name), ' · ')
                                           from (select network, organisation, function from directory.position x
                                                  where x.network = p.network and x.person = p.id
                                                    and (x.valid_from is null or x.valid_from <= :today)
                                                    and (x.valid_to is null or x.valid_to > :today)
                                                 union
                                                 select network, organisation, function from directory.mandate x
                                                  where x.network = p.network and x.person = p.id
                                                    and (x.valid_from is null or x.valid_from <= :today)
                                                    and (x.valid_to is null or x.valid_to > :today)) post
                                           join directory.organisation o on o.network = post.network and o.id = post.organisation), '') as posts,
                               p.email, p.phone, p.mobile, p.languages, p.source, p.informed_on
                          from unnest(cast(:ids as uuid[])) with ordinality as hit (id, place)
                          join %s on p.network = platform.network() and p.id = hit.id
                         order by hit.place
                        """.formatted(seen))
                .params(parameters)
                .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(Row.class)
                .list();
    }
}
