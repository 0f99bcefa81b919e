package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;

/// Every address there is, tried by everybody, with real things behind every name in it: `who-may-what.txt` says whom
/// each lets in. It is made from the registered mappings, so a new page is in it without anybody having thought of it;
/// and it looks into the database, since an answer of 403 says nothing about what was written before it.
///
/// Seen failing with the permission taken out behind the look-up of a person.
@RoomTest
class PermissionMatrixTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<Role, AccountId> people = new EnumMap<>(Role.class);
    private final Map<String, WhoMay> table = WhoMay.table();

    private Cast.Stage stage;
    private Asking asking;
    private RealThings things;
    private UUID ours;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        asking = new Asking(web);
        things = new RealThings(stage);
        ours = things.organisation();
        for (int n = 0; n < ENOUGH_TO_HIDE_AMONG; n++) things.organisation();
        for (var role : Role.values()) {
            boolean partner = role == Role.PARTNER_ADMIN || role == Role.PARTNER_STAFF;
            people.put(role, stage.sits("Cast " + role, role, partner ? ours : null));
        }
    }

    private List<Address> addresses() {
        return Address.all(mappings).stream().filter(it -> !it.ofRecords()).toList();
    }

    private WhoMay whoMay(Address address) {
        var may = table.get(address.toString());
        if (may == null) throw new AssertionError("Tell who-may-what.txt whom " + address + " lets in.");
        return may;
    }

    /// @param side where the organisation of our partners stands
    private Behind behind(Address address, Side side, AccountId asker) {
        var first = side == Side.FIRST ? ours : things.organisation();
        var second = side == Side.SECOND ? ours : things.organisation();
        var maker = side == Side.FIRST ? asker : stage.officeAccount();
        boolean speaksForSecond = side == Side.SECOND && whoMay(address) != WhoMay.FIRST;
        return new Behind(stage, address.pattern(), first, second, speaksForSecond ? second : first, maker);
    }

    /// From so many organisations on there are maps and files without names.
    private static final int ENOUGH_TO_HIDE_AMONG = 20;

    private static final Set<Integer> SHUT = Set.of(403, 404);
    private static final Set<Integer> SHUT_TO_STRANGERS = Set.of(302, 401, 403);

    @Test
    void every_address_has_its_sentence_and_no_sentence_is_about_a_ghost() {
        var known = new TreeSet<String>();
        addresses().forEach(it -> known.add(it.toString()));
        var said = new TreeSet<String>();
        table.keySet().stream().filter(it -> it.contains("/")).forEach(said::add);
        assertThat(said).isEqualTo(known);
    }

    @TestFactory
    Stream<DynamicTest> each_address_lets_in_whom_its_sentence_names() {
        return addresses().stream()
                .filter(Address::inside)
                .map(address -> DynamicTest.dynamicTest(address.toString(), () -> {
                    var may = whoMay(address);
                    var wrong = new ArrayList<String>();
                    for (var side : may.looksAtTheRow() ? Side.values() : new Side[] {Side.FIRST, Side.NEITHER}) {
                        if (may == WhoMay.MAKER && side == Side.SECOND) continue;
                        if (sideless(may) && side == Side.SECOND) continue;
                        wrong.addAll(refused(address, side));
                        for (var role : Role.values()) {
                            if (may.lets(role, side)) wrong.addAll(letIn(address, side, role));
                        }
                    }
                    assertThat(wrong).as(address.toString()).isEmpty();
                }));
    }

    /// Where only the first counts and there is no second in the row, the second is like any other.
    private static boolean sideless(WhoMay may) {
        return may == WhoMay.FIRST_ADMINS;
    }

    private AccountId account(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    /// Tried with what the form would send, and once more with the asker's own organisation in its place. All try the
    /// same things: nobody of them may have changed any.
    private List<String> refused(Address address, Side side) throws Exception {
        var may = whoMay(address);
        var wrong = new ArrayList<String>();
        var denied = Stream.of(Role.values()).filter(it -> !may.lets(it, side)).toList();
        if (denied.isEmpty()) return wrong;
        var behind = behind(address, side, account(Role.FUNDER));
        for (var role : denied) wrong.addAll(shut(address, behind, Cast.signedIn(account(role)), role + " " + side));
        if (side == Side.NEITHER && address.variables().size() > 1) {
            for (var field : List.of("organisation", "speaker", "owner", "own", "from", "to"))
                behind.typed.put(field, ours.toString());
            behind.typed.put("cell", ours + " " + behind.typed.get("other"));
            for (var role : denied) {
                wrong.addAll(shut(
                        address, behind, Cast.signedIn(account(role)), role + " " + side + " speaking for its own"));
            }
        }
        return wrong;
    }

    private List<String> shut(Address address, Behind behind, @Nullable RequestPostProcessor who, String whose)
            throws Exception {
        var before = written();
        int status = asking.ask(address, behind, who).getStatus();
        var wrong = new ArrayList<String>();
        if (!SHUT.contains(status)) wrong.add(whose + " was not refused but answered " + status);
        if (!written().equals(before)) wrong.add(whose + " has written something");
        return wrong;
    }

    /// Imports go on working after the answer, and whoever needs a second factor cannot go on: those are let in where
    /// nobody else plays.
    private static final List<String> ELSEWHERE = List.of("/imports", "/second-factors");

    private List<String> letIn(Address address, Side side, Role role) throws Exception {
        if (ELSEWHERE.stream().anyMatch(address.pattern()::contains) && role == Role.OFFICE) {
            var elsewhere = cast.network();
            var organisation = new RealThings(elsewhere).organisation();
            var behind = new Behind(
                    elsewhere, address.pattern(), organisation, organisation, organisation, elsewhere.officeAccount());
            return judged(asking.ask(address, behind, elsewhere.office()), role + " elsewhere");
        }
        var who = account(role);
        var behind = behind(address, side, who);
        // The office speaks for itself, not for a party.
        if (role == Role.OFFICE) behind.typed.put("speaker", "");
        return judged(asking.ask(address, behind, Cast.signedIn(who)), role + " " + side);
    }

    private static List<String> judged(MockHttpServletResponse answer, String whose) {
        int status = answer.getStatus();
        var to = String.valueOf(answer.getRedirectedUrl());
        boolean in = status < 500 && !Set.of(400, 401, 403, 404, 405).contains(status) && !to.startsWith("/sign-in");
        return in ? List.of() : List.of(whose + " was not let in but answered " + status);
    }

    @TestFactory
    Stream<DynamicTest> a_stranger_gets_nowhere() {
        return addresses().stream()
                .filter(address -> whoMay(address) != WhoMay.ANYBODY)
                .map(address -> DynamicTest.dynamicTest(address.toString(), () -> {
                    var behind = behind(address, Side.FIRST, stage.officeAccount());
                    var before = written();
                    assertThat(SHUT_TO_STRANGERS)
                            .contains(asking.ask(address, behind, null).getStatus());
                    assertThat(written()).as("nothing was written").isEqualTo(before);
                }));
    }

    /// To those without a seat in it, a network with all its rows is as if it were not there.
    @TestFactory
    Stream<DynamicTest> whoever_has_no_seat_here_finds_nothing() {
        var outside = Map.of(
                "the office of another network",
                cast.network().office(),
                "the operator",
                Cast.signedIn(operator()),
                "somebody without any seat",
                Cast.signedIn(cast.stranger("Ohne Sitz")));
        return addresses().stream()
                .filter(Address::inside)
                .map(address -> DynamicTest.dynamicTest(address.toString(), () -> {
                    for (var who : outside.entrySet()) {
                        var behind = behind(address, Side.FIRST, stage.officeAccount());
                        var before = written();
                        assertThat(asking.ask(address, behind, who.getValue()).getStatus())
                                .as(who.getKey())
                                .isEqualTo(404);
                        assertThat(written()).as("nothing was written").isEqualTo(before);
                    }
                }));
    }

    private AccountId operator() {
        return accounts.open(UUID.randomUUID() + "@test.example", "Betrieb", null, java.util.Locale.GERMAN, true);
    }

    @TestFactory
    Stream<DynamicTest> only_the_operator_operates() {
        return addresses().stream()
                .filter(address -> whoMay(address) == WhoMay.OPERATOR)
                .map(address -> DynamicTest.dynamicTest(address.toString(), () -> {
                    for (var role : Role.values()) {
                        var victim = cast.stranger("Olga Petrenko");
                        var behind = behind(address, Side.FIRST, victim);
                        var before = accountsAndNetworks();
                        assertThat(asking.ask(address, behind, Cast.signedIn(account(role)))
                                        .getStatus())
                                .as(role.name())
                                .isEqualTo(403);
                        assertThat(accountsAndNetworks()).isEqualTo(before);
                    }
                    var behind = behind(address, Side.FIRST, cast.stranger("Olga Petrenko"));
                    assertThat(asking.ask(address, behind, Cast.signedIn(operator()))
                                    .getStatus())
                            .isIn(200, 302, 422);
                }));
    }

    /// What belongs to an account stays as it is, whoever else names it.
    @TestFactory
    Stream<DynamicTest> nobody_touches_what_belongs_to_the_account_of_another() {
        return addresses().stream()
                .filter(address -> whoMay(address) == WhoMay.SIGNED_IN
                        && !address.variables().isEmpty())
                .map(address -> DynamicTest.dynamicTest(address.toString(), () -> {
                    var behind = behind(address, Side.FIRST, account(Role.PARTNER_STAFF));
                    var before = written();
                    asking.ask(address, behind, stage.office());
                    assertThat(written()).as("nothing was written").isEqualTo(before);
                }));
    }

    private String accountsAndNetworks() {
        return db.sql("""
                        select (select count(*) from access.network) || ' ' || (select count(*) from access.account) || ' '
                               || (select count(*) from access.account where disabled)
                        """).query(String.class).single();
    }

    /// Every row of a network leaves a line in the trail, but for imports.
    private String written() {
        return stage.ask(it -> it.sql("""
                        select (select count(*) from platform.trail where network = platform.network()) || ' '
                               || (select coalesce(string_agg(id || state || cancel, ' ' order by id), '') from transfer.import_run)
                        """).query(String.class).single());
    }
}
