package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// An address that names a thing and a part of it is followed only when the part belongs to the thing: the part of
/// another one in the same network is not found, and nothing is written.
///
/// Every address with two names in it is tried; a new one has to be told here what a foreign part of it would be.
/// Seen failing with the positions of Olga Petrenko under the address of Jonas Weber.
@RoomTest
class PathsTests {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)[^}]*}");

    /// The second name is a word there, not a thing: a resource of the API, a column.
    private static final List<String> WORDS = List.of("{resource:[a-z-]+}", "{column}");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Address(HttpMethod method, String pattern) {}

    @TestFactory
    Stream<DynamicTest> the_part_of_another_thing_is_not_found() {
        var stage = cast.network();
        var addresses = new ArrayList<Address>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> WORDS.stream().noneMatch(pattern::contains))
                        .filter(pattern -> NAME.matcher(pattern.replace("{network}", ""))
                                        .results()
                                        .count()
                                > 1)
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        addresses.add(new Address(HttpMethod.valueOf(method.name()), pattern)))));
        assertThat(addresses).isNotEmpty();
        return addresses.stream()
                .map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
                    var parts = foreign(stage, address.pattern());
                    var path = NAME.matcher(address.pattern())
                            .replaceAll(name -> parts.getOrDefault(name.group(1), "no " + name.group(1)));
                    int written = revisions(stage);
                    var status = web.perform(MockMvcRequestBuilders.request(address.method(), java.net.URI.create(path))
                                    .with(stage.office())
                                    .with(csrf())
                                    .param("on", "2026-11-23")
                                    .param("card", parts.getOrDefault("card", ""))
                                    .param("name", "Anders")
                                    .param("title", "Anders")
                                    .param("organisation", UUID.randomUUID().toString())
                                    .param(
                                            "deputy",
                                            parts.getOrDefault(
                                                    "deputy", UUID.randomUUID().toString())))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    assertThat(revisions(stage)).as("nothing was written").isEqualTo(written);
                    assertThat(status).isIn(404, 409);
                }));
    }

    /// A real thing, and a real part of another one.
    private static Map<String, String> foreign(Cast.Stage stage, String pattern) {
        var parts = new HashMap<String, String>();
        parts.put("network", stage.slug());
        if (pattern.contains("/people/{id}/positions/{post}") || pattern.contains("/people/{id}/mandates/{post}")) {
            var olga = person(stage, "Petrenko");
            parts.put("id", person(stage, "Weber").toString());
            parts.put("post", post(stage, pattern.contains("/positions/"), olga).toString());
            parts.put("deputy", person(stage, "Roth").toString());
        } else if (pattern.contains("/organisations/{id}/members/{member}")) {
            parts.put("id", stage.organisation("Handwerkskammer").toString());
            parts.put(
                    "member",
                    member(stage, "umbrella_member", "umbrella", "member").toString());
        } else if (pattern.contains("/structures/{id}/members/{organisation}")) {
            parts.put("id", structure(stage, "Bündnis").toString());
            parts.put("organisation", enrolled(stage).toString());
        } else if (pattern.contains("/products/{id}/")) {
            var other = product(stage);
            parts.put("id", product(stage).toString());
            parts.put("partner", partOf(stage, other, "partner", "joined_on").toString());
            parts.put(
                    "estimate",
                    partOf(stage, other, "estimate", "low, high, source, estimated_on")
                            .toString());
        } else if (pattern.contains("/decisions/{decision}/concessions/{concession}")) {
            var things = new RealThings(stage);
            parts.put("decision", things.decision(things.organisation()).toString());
            var other = things.decision(things.organisation());
            parts.put(
                    "concession",
                    things.concession(other, things.organisation()).toString());
        } else if (pattern.contains("/rounds/{round}/")) {
            var things = new RealThings(stage);
            var question = things.questionOf(things.round(false));
            var card = things.cardOf(question, stage.officeAccount());
            parts.put("round", things.round(false).toString());
            parts.put("question", question.toString());
            parts.put("cluster", things.clusterOf(question).toString());
            parts.put("card", card.toString());
            parts.put("source", card.toString());
        } else if (pattern.contains("/surveys/{wave}/people/{invited}")) {
            var things = new RealThings(stage);
            parts.put("wave", things.wave(false).toString());
            parts.put(
                    "invited",
                    things.invitedTo(things.wave(false), things.organisation()).toString());
        } else if (pattern.contains("/equality/collections/{collection}/organisations/{organisation}")) {
            parts.put("collection", new RealThings(stage).collection("COUNTS").toString());
            parts.put("organisation", UUID.randomUUID().toString());
        } else if (pattern.contains("/journal/partners/{organisation}/notes/{note}")) {
            var things = new RealThings(stage);
            parts.put("organisation", things.organisation().toString());
            parts.put(
                    "note",
                    things.privateNote(things.organisation(), stage.officeAccount())
                            .toString());
        } else if (pattern.contains("/check/anchoring/{organisation}/proofs/{proof}")) {
            var things = new RealThings(stage);
            parts.put("organisation", things.organisation().toString());
            parts.put("proof", things.proof(things.organisation()).toString());
        } else if (pattern.contains("/groups/{id}/members/{member}")) {
            var things = new RealThings(stage);
            parts.put("id", things.bodyOf(things.organisation()).toString());
            parts.put(
                    "member",
                    things.memberOf(things.bodyOf(things.organisation())).toString());
        } else if (pattern.contains("/meetings/{meeting}/")) {
            var things = new RealThings(stage);
            var host = things.organisation();
            var other = things.meeting(host);
            parts.put("meeting", things.meeting(host).toString());
            parts.put("item", things.agendaItem(other).toString());
            parts.put("paper", things.paper(other).toString());
            parts.put("invitation", things.invited(other).toString());
            parts.put("pair", things.apartAt(other).toString());
            parts.put("line", things.attends(other, host).toString());
            parts.put("proxy", things.proxy(other, host, things.organisation()).toString());
            parts.put("ballot", things.ballot(other, host, false).toString());
            things.minutePart(UUID.fromString(parts.get("meeting")));
            var part = things.minutePart(other);
            parts.put("part", part.toString());
            parts.put("second", things.minuteSecond(other, part).toString());
            parts.put("amendment", things.amendment(other).toString());
        } else if (pattern.contains("/mailing-lists/{list}/readers/{subscription}")) {
            var things = new RealThings(stage);
            parts.put("list", things.mailingList().toString());
            parts.put("subscription", things.subscription(things.mailingList()).toString());
        } else if (pattern.contains("/ties/between/{one}/{other}")) {
            parts.put("one", stage.organisation("Handwerkskammer").toString());
            parts.put("other", UUID.randomUUID().toString());
        } else if (pattern.contains("/agreements/{agreement}/annexes/{annex}")) {
            var things = new RealThings(stage);
            parts.put(
                    "agreement",
                    things.agreement(things.organisation(), things.organisation())
                            .toString());
            var other = things.agreement(things.organisation(), things.organisation());
            parts.put("annex", things.document(other, "ANNEX").toString());
        } else {
            throw new AssertionError("Tell PathsTests what a foreign part of " + pattern + " is.");
        }
        return parts;
    }

    private static UUID person(Cast.Stage stage, String family) {
        return insert(
                stage,
                "insert into directory.person (network, id, key, family_name) values (:network, :id, :id::text, :name)",
                Map.of("name", family));
    }

    private static UUID post(Cast.Stage stage, boolean position, UUID person) {
        var school = stage.organisation("Volkshochschule");
        return insert(
                stage,
                position
                        ? "insert into directory.position (network, id, person, organisation, valid_from) values (:network, :id, :person, :organisation, '2020-01-01')"
                        : "insert into directory.mandate (network, id, person, organisation, kind, valid_from) values (:network, :id, :person, :organisation, 'REPRESENTS', '2020-01-01')",
                Map.of("person", person, "organisation", school));
    }

    private static UUID member(Cast.Stage stage, String table, String whole, String part) {
        var umbrella = stage.organisation("Dachverband");
        var member = stage.organisation("Innung");
        insert(
                stage,
                "insert into directory." + table + " (network, id, " + whole + ", " + part
                        + ", valid_from) values (:network, :id, :whole, :part, '2020-01-01')",
                Map.of("whole", umbrella, "part", member));
        return member;
    }

    private static UUID structure(Cast.Stage stage, String name) {
        return insert(
                stage,
                "insert into directory.structure (network, id, key, name, kind) values (:network, :id, :id::text, :name, 'BODY')",
                Map.of("name", name));
    }

    private static UUID enrolled(Cast.Stage stage) {
        var other = structure(stage, "Beirat");
        var member = stage.organisation("Jobcenter");
        insert(
                stage,
                "insert into directory.structure_member (network, id, structure, organisation, valid_from) values (:network, :id, :whole, :part, '2020-01-01')",
                Map.of("whole", other, "part", member));
        return member;
    }

    private static UUID product(Cast.Stage stage) {
        return insert(
                stage,
                "insert into products.product (network, id, name, kind) values (:network, :id, :id::text, 'SERVICE')",
                Map.of());
    }

    private static UUID partOf(Cast.Stage stage, UUID product, String table, String columns) {
        var values = columns.equals("joined_on") ? "'2020-01-01'" : "1, 2, 'Leitung', '2020-01-01'";
        return insert(
                stage,
                "insert into products." + table + " (network, id, product, organisation, " + columns
                        + ") values (:network, :id, :product, :organisation, " + values + ")",
                Map.of("product", product, "organisation", stage.organisation("Volkshochschule")));
    }

    private static UUID insert(Cast.Stage stage, String sql, Map<String, Object> values) {
        var id = UUID.randomUUID();
        stage.inside(() -> stage.ask((JdbcClient db) -> db.sql(sql)
                .param("network", stage.network().value())
                .param("id", id)
                .params(values)
                .update()));
        return id;
    }

    private static int revisions(Cast.Stage stage) {
        return stage.ask(db -> db.sql("select count(*) from platform.revision where network = platform.network()")
                .query(Integer.class)
                .single());
    }
}
