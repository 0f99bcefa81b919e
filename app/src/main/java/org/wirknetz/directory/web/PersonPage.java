package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Json;
import org.wirknetz.directory.Level;
import org.wirknetz.directory.Mandates;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Deed;

/// One person on one day: how to reach them, what they do and did.
public record PersonPage(
        Card card,
        LocalDate asOf,
        List<Post> posts,
        List<Colleague> colleagues,
        List<Deed> history,
        boolean office,
        boolean maintains) {

    /// What somebody does today, organisation by organisation: "Jobcenter: Leitung, Plenum; Kammer: Beirat".
    public String tasks(Function<Post, String> said) {
        var byOrganisation = new LinkedHashMap<String, Set<String>>();
        for (var post : present()) {
            byOrganisation
                    .computeIfAbsent(post.organisation(), it -> new LinkedHashSet<>())
                    .add(said.apply(post));
        }
        return byOrganisation.entrySet().stream()
                .map(it -> it.getKey() + ": " + String.join(", ", it.getValue()))
                .collect(Collectors.joining("; "));
    }

    /// Somebody else who works there today and may step in.
    public record Colleague(UUID organisation, UUID id, String name) {}

    public record Card(
            UUID id,
            int version,
            @Nullable String title,
            String givenName,
            String familyName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String languages,
            @Nullable String note,
            @Nullable String source,
            @Nullable LocalDate informedOn,
            String free) {

        /// Columns of lists that are no field here, as they came.
        public Map<String, String> more() {
            return new TreeMap<>(Json.strings(free));
        }

        public String name() {
            return String.join(" ", title == null ? "" : title, givenName, familyName)
                    .strip()
                    .replaceAll(" +", " ");
        }
    }

    /// @param deputyMark tells the deputy from another one, see [Mandates#DEPUTY_MARK]
    public record Post(
            UUID id,
            String kind,
            UUID organisationId,
            String organisation,
            String function,
            @Nullable Level level,
            @Nullable UUID deputyId,
            @Nullable String deputy,
            String deputyMark,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean isOver(LocalDate on) {
            return validTo != null && !validTo.isAfter(on);
        }

        /// The part of the address that names its kind.
        public String noun() {
            return kind.equals("POSITION") ? "positions" : "mandates";
        }
    }

    static PersonPage of(
            JdbcClient db,
            PersonId person,
            Sight sight,
            LocalDate asOf,
            LocalDate today,
            boolean maintains,
            List<Deed> history) {
        Map<String, Object> parameters = Map.of(
                "id", person.value(),
                "audience", sight.audience(),
                "own", sight.own(),
                "on", asOf,
                "today", today);
        var card = db.sql("""
                        select id, version, title, given_name, family_name, email, phone, mobile, languages, note, source, informed_on,
                               free::text as free
                          from directory.person_seen(:audience, cast(:own as uuid[]), :today)
                         where network = platform.network() and id = :id
                        """).params(parameters).query(Card.class).optional().orElseThrow(NotFound::new);
        return new PersonPage(
                card,
                asOf,
                db.sql("""
                                select post.id, post.kind, o.id as organisation_id, o.name as organisation, post.function, post.level,
                                       d.id as deputy_id, nullif(trim(concat_ws(' ', d.given_name, d.family_name)), '') as deputy,
                                       post.deputy_mark, post.valid_from, post.valid_to
                                  from (select network, id, kind, organisation, function, level, deputy, %s as deputy_mark, valid_from,
                                               valid_to
                                          from directory.mandate m where network = platform.network() and person = :id
                                        union all
                                        select network, id, 'POSITION', organisation, function, level, null, '', valid_from, valid_to
                                          from directory.position where network = platform.network() and person = :id) post
                                  join directory.organisation o on o.network = post.network and o.id = post.organisation
                                  left join directory.person_seen(:audience, cast(:own as uuid[]), :today) d on d.network = post.network and d.id = post.deputy
                                 where :audience = 4 or post.valid_to is null or post.valid_to > :today
                                 order by post.valid_from desc nulls last, post.kind = 'POSITION', o.name, post.id
                                """.formatted(Mandates.DEPUTY_MARK))
                        .params(parameters)
                        .query(Post.class)
                        .list(),
                maintains
                        ? db.sql(COLLEAGUES)
                                .params(parameters)
                                .query(Colleague.class)
                                .list()
                        : List.of(),
                history,
                sight.seesFormer(),
                maintains);
    }

    private static final String COLLEAGUES = """
            select distinct here.organisation, p.id, trim(concat_ws(' ', p.title, p.given_name, p.family_name)) as name
              from directory.mandate held
              join (select network, organisation, person, valid_from, valid_to from directory.position
                    union all
                    select network, organisation, person, valid_from, valid_to from directory.mandate) here
                on here.network = held.network and here.organisation = held.organisation
              join directory.person_seen(:audience, cast(:own as uuid[]), :today) p on p.network = here.network and p.id = here.person
             where held.network = platform.network() and held.person = :id and p.id <> :id
               and (held.valid_to is null or held.valid_to > :today)
               and (here.valid_from is null or here.valid_from <= :today) and (here.valid_to is null or here.valid_to > :today)
             order by name, p.id
            """;

    /// Who may step in for this mandate, with the one who does so now.
    public List<Choice> deputies(Post post, String nobody) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", nobody, post.deputyId() == null));
        var deputy = post.deputyId();
        if (deputy != null
                && colleagues.stream()
                        .noneMatch(it -> isHere(it, post) && it.id().equals(deputy))) {
            choices.add(new Choice(deputy.toString(), String.valueOf(post.deputy()), true));
        }
        colleagues.stream()
                .filter(it -> isHere(it, post))
                .forEach(it -> choices.add(
                        new Choice(it.id().toString(), it.name(), it.id().equals(deputy))));
        return choices;
    }

    private static boolean isHere(Colleague colleague, Post post) {
        return colleague.organisation().equals(post.organisationId());
    }

    public List<Post> present() {
        return posts.stream()
                .filter(post -> !post.isOver(asOf)
                        && (post.validFrom() == null || !post.validFrom().isAfter(asOf)))
                .toList();
    }

    public List<Post> coming() {
        return posts.stream()
                .filter(post -> post.validFrom() != null && post.validFrom().isAfter(asOf))
                .toList();
    }

    public List<Post> former() {
        return posts.stream().filter(post -> post.isOver(asOf)).toList();
    }
}
