package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.analysis.Favours;
import org.wirknetz.platform.Scope;

/// The worked example M10 (eight organisations, sixteen directions), the reminder rule F1, and who reads of it.
@RoomTest
class BalancesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> M10 = List.of(
            "A B 3", "B A 3", "A C 2", "C A 1", "A D 2", "D A 2", "A F 5", "F A 1", "F G 6", "G H 1", "H G 1", "D E 2",
            "E D 2", "B C 1", "C B 1", "A E 1");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Contributions contributions;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private final Map<String, UUID> keys = new LinkedHashMap<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        for (var key : "A B C D E F G H".split(" ")) keys.put(key, member(key));
    }

    @Test
    void the_worked_example_comes_out_as_by_hand() throws Exception {
        M10.forEach(it -> give(it, TODAY, true));
        web.perform(get(stage.path("/balances")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Von dem, was gegeben wird, kommt ein Anteil von 0,65 ")))
                .andExpect(content().string(containsString("22 von 34 Stunden oder Punkten")))
                .andExpect(content().string(containsString("ist ein Anteil von 0,88 erwidert")))
                .andExpect(content().string(containsString("14 von 16 Richtungen")))
                .andExpect(content().string(containsString("7 von 9 Paaren")))
                .andExpect(content().string(containsString("beträgt die Gegenseitigkeit 0,82")));
        var sums = flows(Decay.PLAIN);
        double given = sums.stream()
                .filter(it -> it.giver().equals(keys.get("A")))
                .mapToDouble(Flow::weight)
                .sum();
        double got = sums.stream()
                .filter(it -> it.receiver().equals(keys.get("A")))
                .mapToDouble(Flow::weight)
                .sum();
        assertThat((given - got) / (given + got)).isCloseTo(0.30, within(0.005));
        var oneSided = PairBalance.of(sums).stream()
                .filter(it -> it.imbalance() == 1 && it.given() + it.received() == 6)
                .toList();
        assertThat(oneSided).hasSize(1);
    }

    @Test
    void the_check_reads_the_same_contributions() throws Exception {
        M10.forEach(it -> give(it, TODAY, true));
        var check = "/api/v1/networks/" + stage.slug() + "/checks/2026-11-23";
        web.perform(get(check).with(stage.office()))
                .andExpect(jsonPath("$.measures[?(@.id=='reciprocity-weighted')].value")
                        .value(22.0 / 34))
                .andExpect(jsonPath("$.measures[?(@.id=='reciprocity-arcs')].value")
                        .value(0.875))
                .andExpect(jsonPath("$.imbalances.length()").value(9));
        var partner = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, keys.get("H")));
        // Of a day like today's a partner reads no figure from which another pair's could be worked out (0264).
        web.perform(get(check).with(partner))
                .andExpect(jsonPath("$.measures[?(@.id=='reciprocity-weighted')].value")
                        .value((Object) null))
                .andExpect(jsonPath("$.imbalances.length()").value(1));
        var jonas = Cast.signedIn(stage.sits("Jonas Weber", Role.GROUP_MEMBER, null));
        web.perform(get(check).with(jonas))
                .andExpect(jsonPath("$.imbalances.length()").value(0));
    }

    @Test
    void a_year_old_favour_counts_half_and_agrees_with_the_library() {
        give("A B 4", TODAY.minusYears(1), true);
        give("B A 3", TODAY, true);
        give("A C 5", TODAY.minusMonths(30), true);
        var favours = Favours.of(
                        List.of(
                                new Favours.Favour("A", "B", 4, true, TODAY.minusYears(1)),
                                new Favours.Favour("B", "A", 3, true, TODAY)),
                        TODAY)
                .fading(Decay.HALF_LIFE_MONTHS)
                .balances()
                .getFirst();
        var ours = PairBalance.of(flows(Decay.FADING)).stream()
                .filter(it -> it.there() != null && it.back() != null)
                .findFirst()
                .orElseThrow()
                .from(id("A"));
        assertThat(ours.given()).isCloseTo(2, within(0.002)).isCloseTo(favours.given(), within(1e-9));
        assertThat(ours.received()).isEqualTo(3);
        assertThat(ours.imbalance()).isCloseTo(favours.imbalance(), within(1e-9));
        assertThat(PairBalance.of(flows(Decay.PLAIN)))
                .as("two years, then not at all")
                .hasSize(1);
    }

    @Test
    void a_reminder_needs_volume_age_and_a_request() {
        give("A B 7", TODAY.minusMonths(7), true);
        assertThat(reminders()).as("seven hours are too little").isZero();
        give("A B 9", TODAY.minusMonths(7), false);
        assertThat(reminders()).as("what nobody asked for").isZero();
        give("A B 1", TODAY.minusMonths(1), true);
        assertThat(reminders())
                .as("eight requested hours, the oldest seven months ago")
                .isEqualTo(1);
        give("C D 9", TODAY.minusMonths(6), true);
        assertThat(reminders()).as("six months are not more than six").isEqualTo(1);
        give("B A 2", TODAY, true);
        assertThat(reminders())
                .as("eight there, two back: 0.6 is not above 0.6")
                .isZero();
    }

    @Test
    void an_organisation_reads_its_own_balance_and_no_other() throws Exception {
        give("F G 6", TODAY.minusMonths(8), true);
        give("F G 6", TODAY.minusMonths(2), true);
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, keys.get("G")));
        web.perform(get(stage.path("/balances")).with(olga))
                .andExpect(redirectedUrl(stage.path("/balances/" + keys.get("G"))));
        web.perform(get(stage.path("/balances/" + keys.get("G"))).with(olga))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("F hat G 2-mal unterstützt; Rückfluss bisher keiner.")))
                .andExpect(content().string(not(containsString("chuld"))));
        web.perform(get(stage.path("/balances/" + keys.get("F"))).with(olga)).andExpect(status().isForbidden());
        for (var role : List.of(Role.GROUP_MEMBER, Role.FUNDER)) {
            var other = Cast.signedIn(stage.sits("Jonas Weber", role, null));
            web.perform(get(stage.path("/balances")).with(other)).andExpect(status().isForbidden());
            web.perform(get(stage.path("/balances/" + keys.get("G"))).with(other))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void the_office_names_a_structural_giver_and_nobody_else_does() throws Exception {
        give("F G 12", TODAY.minusMonths(8), true);
        var path = stage.path("/balances/" + keys.get("F"));
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, keys.get("F")));
        web.perform(post(path + "/structural").with(olga).with(csrf()).param("gives", "true"))
                .andExpect(status().isForbidden());
        assertThat(reminders()).isEqualTo(1);
        web.perform(post(path + "/structural").with(stage.office()).with(csrf()).param("gives", "true"))
                .andExpect(redirectedUrl(path));
        assertThat(reminders()).isZero();
    }

    @Test
    void the_pages_are_there_in_both_languages_and_ask_little() throws Exception {
        M10.forEach(it -> give(it, TODAY, true));
        give("F G 12", TODAY.minusMonths(8), true);
        for (var page : List.of("/balances", "/balances?decay=plain", "/balances/" + keys.get("A")))
            for (var language : List.of("de", "en"))
                web.perform(get(stage.path(page)).with(office()).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?exchange."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
    }

    private RequestPostProcessor office() {
        return stage.office();
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.ask(ask -> ask.sql(
                        "insert into directory.membership (network, organisation, status, valid_from) values (?, ?, 'ACTIVE', '2020-01-01')")
                .params(stage.network().value(), id)
                .update());
        return id;
    }

    private UUID id(String key) {
        return java.util.Objects.requireNonNull(keys.get(key));
    }

    private void give(String line, @Nullable LocalDate on, boolean requested) {
        var words = line.split(" ");
        stage.inside(() -> contributions.enter(
                id(words[0]),
                id(words[1]),
                new ContributionTerms("Rat", null, new BigDecimal(words[2]), requested, false, on),
                true));
    }

    private List<Flow> flows(Decay decay) {
        return Scope.of(stage.network()).call(() -> Flow.of(db, decay, TODAY, null));
    }

    private long reminders() {
        return PairBalance.of(flows(Decay.PLAIN)).stream()
                .filter(it -> it.reminds(TODAY))
                .count();
    }
}
