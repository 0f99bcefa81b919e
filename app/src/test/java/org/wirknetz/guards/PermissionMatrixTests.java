package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// Every address there is, tried by everybody who should not get through. It is made from the registered
/// mappings, so a
/// new
/// page is in it without anybody having thought of it; and it looks into the database, since an answer of 403 says
/// nothing
/// about what was written before it.
@RoomTest
class PermissionMatrixTests {

    /// Open to everybody, each by decision. Whatever else answers a stranger fails the test.
    private static final Set<String> OPEN = Set.of(
            "/",
            "/networks",
            "/sign-in",
            "/sign-in/password",
            "/sign-in/link",
            "/sign-in/link/{secret}",
            "/sign-in/code",
            "/sign-in/passkey",
            "/sign-in/passkey/question",
            "/invitation/{secret}",
            "/set-up/{secret}",
            "/appearance",
            "/error",
            "/api/v1/openapi.json");

    private static final List<String> OPEN_FOLDERS = List.of("/legal/", "/n/", "/health", "/map/");

    /// What everybody may keep for themselves: how they look at a list.
    private static final Set<String> PERSONAL =
            Set.of("/w/{network}/organisations/views", "/w/{network}/people/views", "/w/{network}/ties/views");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Address(HttpMethod method, String pattern) {
        boolean changes() {
            return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
        }

        boolean inside() {
            return pattern.startsWith("/w/") || pattern.startsWith("/api/v1/networks/");
        }

        /// Slugs where a network belongs, else something that looks right and exists nowhere.
        URI in(String slug) {
            return URI.create(pattern.replaceFirst("\\{network(:[^}]*)?}", slug)
                    .replace("{resource:[a-z-]+}", "organisations")
                    .replaceAll(
                            "\\{\\*?[^}]*:\\[0-9a-f-]\\{36}}", UUID.randomUUID().toString())
                    .replaceAll(
                            "\\{[^{}]*(\\{[^{}]*})?[^{}]*}", UUID.randomUUID().toString())
                    .replaceAll("\\*+", "x"));
        }
    }

    private List<Address> addresses() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(PermissionMatrixTests::addresses)
                .distinct()
                .sorted(java.util.Comparator.comparing(Address::pattern)
                        .thenComparing(it -> it.method().name()))
                .toList();
    }

    private static Stream<Address> addresses(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty()
                                ? Stream.of(RequestMethod.GET, RequestMethod.POST)
                                : methods.stream())
                        .map(method -> new Address(HttpMethod.valueOf(method.name()), pattern)));
    }

    private int ask(Address address, String slug, @Nullable RequestPostProcessor who) throws Exception {
        var request = MockMvcRequestBuilders.request(address.method(), address.in(slug))
                .with(csrf());
        if (address.pattern().startsWith("/api/")) {
            request.contentType("application/json").content("{}");
        } else if (address.changes()) {
            request.param("name", "angegriffen")
                    .param("email", "angriff@test.example")
                    .param("role", "OFFICE")
                    .param("label", "angegriffen");
        }
        return web.perform(who == null ? request : request.with(who))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static final Set<Integer> SHUT = Set.of(302, 401, 403, 404, 405);

    @TestFactory
    Stream<DynamicTest> a_stranger_gets_nowhere() {
        var stage = cast.network();
        return addresses().stream()
                .filter(it ->
                        !OPEN.contains(it.pattern()) && OPEN_FOLDERS.stream().noneMatch(it.pattern()::startsWith))
                .map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
                    var trail = trail(stage);
                    assertThat(SHUT).contains(ask(address, stage.slug(), null));
                    assertThat(trail(stage))
                            .as("nothing was written by " + address.method() + " " + address.pattern())
                            .isEqualTo(trail);
                }));
    }

    @TestFactory
    Stream<DynamicTest> somebody_of_another_network_finds_nothing() {
        var theirs = cast.network();
        var ours = cast.network();
        return addresses().stream()
                .filter(Address::inside)
                .map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
                    var trail = trail(theirs);
                    assertThat(ask(address, theirs.slug(), ours.office())).isEqualTo(404);
                    assertThat(trail(theirs)).as("nothing was written").isEqualTo(trail);
                }));
    }

    /// A funder reads approved figures: no address inside may let them write.
    @TestFactory
    Stream<DynamicTest> a_funder_changes_nothing() {
        var stage = cast.network();
        var funder = Cast.signedIn(stage.sits("Ute Brandt", Role.FUNDER, null));
        return addresses().stream()
                .filter(it -> it.inside() && it.changes() && !PERSONAL.contains(it.pattern()))
                .map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
                    var trail = trail(stage);
                    var status = ask(address, stage.slug(), funder);
                    assertThat(status).as("refused").isGreaterThanOrEqualTo(300);
                    assertThat(trail(stage))
                            .as("nothing was written by " + address.method() + " " + address.pattern())
                            .isEqualTo(trail);
                }));
    }

    @TestFactory
    Stream<DynamicTest> only_the_operator_operates() {
        var stage = cast.network();
        return addresses().stream()
                .filter(it -> it.pattern().startsWith("/operator"))
                .map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
                    int networks = count("access.network");
                    int accounts = count("access.account");
                    assertThat(ask(address, stage.slug(), stage.office())).isEqualTo(403);
                    assertThat(count("access.network")).isEqualTo(networks);
                    assertThat(count("access.account")).isEqualTo(accounts);
                }));
    }

    /// What access decides itself, role by role: whom each address of this module lets in.
    @TestFactory
    Stream<DynamicTest> each_role_reaches_what_its_sentences_say() {
        var stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        Map<Role, RequestPostProcessor> people = new LinkedHashMap<>();
        for (var role : Role.values()) {
            var partner = role == Role.PARTNER_ADMIN || role == Role.PARTNER_STAFF;
            people.put(role, Cast.signedIn(stage.sits("Cast " + role, role, partner ? school : null)));
        }
        var let = Map.of(
                "/w/{network}/members", Set.of(Role.OFFICE, Role.PARTNER_ADMIN),
                "/w/{network}/rights", Set.of(Role.OFFICE));
        return let.keySet().stream()
                .flatMap(pattern -> people.keySet().stream()
                        .map(role -> DynamicTest.dynamicTest(role + " " + pattern, () -> {
                            var status = ask(new Address(HttpMethod.GET, pattern), stage.slug(), people.get(role));
                            assertThat(status)
                                    .isEqualTo(
                                            java.util.Objects.requireNonNull(let.get(pattern))
                                                            .contains(role)
                                                    ? 200
                                                    : 403);
                        })));
    }

    private int trail(Cast.Stage stage) {
        return stage.ask(it -> it.sql("select count(*) from platform.trail where network = platform.network()")
                .query(Integer.class)
                .single());
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @TestFactory
    Stream<DynamicTest> the_list_of_open_addresses_names_no_ghost() {
        var known = new TreeSet<String>();
        addresses().forEach(it -> known.add(it.pattern()));
        return OPEN.stream()
                .filter(it -> !it.equals("/error"))
                .map(pattern ->
                        DynamicTest.dynamicTest(pattern, () -> assertThat(known).contains(pattern)));
    }
}
