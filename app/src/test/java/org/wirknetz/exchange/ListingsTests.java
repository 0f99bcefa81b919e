package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
import org.wirknetz.exchange.matching.Ask;
import org.wirknetz.exchange.matching.Match;
import org.wirknetz.exchange.matching.Matches;
import org.wirknetz.exchange.matching.Reason;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Needs and offers: who may write and read them, and what is found for whom, with reasons.
@RoomTest
class ListingsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Listings listings;

    @Autowired
    Terms terms;

    @Autowired
    Contributions contributions;

    @Autowired
    Matches matches;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID jobcenter;
    private UUID caritas;
    private RequestPostProcessor olga;
    private RequestPostProcessor carla;
    private Scope office;
    private Scope carlas;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
        caritas = stage.organisation("Caritasverband");
        olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        var account = stage.sits("Carla Neri", Role.PARTNER_ADMIN, caritas);
        carla = Cast.signedIn(account);
        carlas = Scope.of(stage.network(), account);
        office = Scope.of(stage.network(), stage.officeAccount());
    }

    @Test
    void a_partner_publishes_a_need_and_sees_who_could_help_and_why() throws Exception {
        offer(caritas, Sort.RESOURCE, "Zwei Unterrichtsräume, abends frei", "24", "Plätze");
        office.run(() -> terms.keep(
                List.of(new Terms.NewTerm("Schulungsraum", "Seminarraum|Unterrichtsraum", "Räume", "", ""))));
        var answer = web.perform(post(stage.path("/needs"))
                        .with(olga)
                        .with(csrf())
                        .param("organisation", volkshochschule.toString())
                        .param("title", "Seminarraum für Abendkurse")
                        .param("amount", "20")
                        .param("unit", "Plätze"))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        var need = java.util.Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        web.perform(get(need).with(olga))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ein Angebot könnte passen")))
                .andExpect(content().string(containsString("Zwei Unterrichtsräume, abends frei")))
                .andExpect(content().string(containsString("Beide handeln von: Schulungsraum.")))
                .andExpect(content().string(containsString("Die Menge reicht: 24 Plätze.")))
                .andExpect(content().string(containsString("Neu füreinander")));
    }

    @Test
    void one_question_finds_two_who_complement_each_other() {
        offer(volkshochschule, Sort.RESOURCE, "Zwei Schulungsräume", null, "");
        offer(caritas, Sort.COMPETENCE, "Mitglied im Prüfungsausschuss der IHK, spricht Russisch", null, "");
        offer(jobcenter, Sort.OFFER, "Russischer Salat vom Buffet", null, "");
        office.run(() -> terms.keep(List.of(
                new Terms.NewTerm("Prüfungsausschuss", "Prüfer|Prüferin", "", "", ""),
                new Terms.NewTerm("Schulungsraum", "", "Räume", "", ""))));
        var ask = Ask.of("Wer hat Räume und eine IHK-Prüferin, die Russisch spricht?");
        assertThat(ask.clauses()).hasSize(2);
        var sets = office.call(() -> matches.together(ask, 5));
        assertThat(sets.getFirst().parts())
                .extracting(Match::organisationName)
                .containsExactly("Volkshochschule", "Caritasverband");
        assertThat(sets.getFirst().organisations()).isEqualTo(2);
    }

    @Test
    void what_is_outside_its_time_or_from_the_same_house_is_not_proposed() {
        var need = need(
                jobcenter, "Staplerschein für fünf Beschäftigte", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 1));
        office.run(() -> {
            listings.publish(caritas, terms(Sort.OFFER, "Staplerschein im Sommer", LocalDate.of(2027, 6, 1), null));
            listings.publish(jobcenter, terms(Sort.OFFER, "Staplerschein im eigenen Haus", null, null));
            listings.publish(
                    volkshochschule,
                    terms(Sort.OFFER, "Staplerschein im Winter", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 1)));
        });
        assertThat(office.call(() -> matches.of(need.value(), 10)))
                .extracting(Match::title)
                .containsExactly("Staplerschein im Winter");
    }

    @Test
    void who_received_much_is_proposed_to_give_something_back() {
        var need = need(jobcenter, "Gruppenraum für Beratung", null, null);
        offer(caritas, Sort.RESOURCE, "Gruppenraum am Markt", null, "");
        offer(volkshochschule, Sort.RESOURCE, "Gruppenraum am Fluss", null, "");
        office.run(() -> contributions.enter(
                jobcenter,
                caritas,
                new ContributionTerms("Rat", Effort.LARGE.points(), null, true, false, LocalDate.of(2026, 10, 1)),
                true));
        var found = office.call(() -> matches.of(need.value(), 10));
        assertThat(found.getFirst().organisationName()).isEqualTo("Caritasverband");
        assertThat(found.getFirst().reasons()).contains(new Reason.GivesBack(), new Reason.Known(1));
        assertThat(found.get(1).reasons()).contains(new Reason.NewTie());
    }

    @Test
    void who_received_much_reads_which_own_offer_would_help_the_giver() throws Exception {
        need(jobcenter, "Gruppenraum für Beratung", null, null);
        offer(volkshochschule, Sort.RESOURCE, "Gruppenraum am Fluss", null, "");
        web.perform(get(stage.path("/balances/" + volkshochschule)).with(olga))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Kleine Gegenleistungen"))));
        office.run(() -> contributions.enter(
                jobcenter,
                volkshochschule,
                new ContributionTerms("Rat", Effort.LARGE.points(), null, true, false, LocalDate.of(2026, 10, 1)),
                true));
        web.perform(get(stage.path("/balances/" + volkshochschule)).with(olga))
                .andExpect(content().string(containsString("Kleine Gegenleistungen, die Sie anbieten könnten")))
                .andExpect(content()
                        .string(containsString("Gruppenraum am Fluss – für Jobcenter: Gruppenraum für Beratung")));
    }

    @Test
    void what_is_for_the_office_alone_is_found_by_nobody_else() throws Exception {
        var hidden = office.call(() -> listings.publish(
                volkshochschule,
                new ListingTerms(
                        Sort.OFFER, "Geheimer Werkraum", "", "", null, "", null, null, null, Visibility.OFFICE, true)));
        assertThat(office.call(() -> matches.asked("Werkraum", 5))).hasSize(1);
        assertThat(carlas.call(() -> matches.asked("Werkraum", 5))).isEmpty();
        web.perform(get(stage.path("/offers/" + hidden.value())).with(carla)).andExpect(status().isNotFound());
        web.perform(get(stage.path("/offers/" + hidden.value())).with(olga)).andExpect(status().isOk());
        web.perform(get(stage.path("/offers")).with(carla))
                .andExpect(content().string(not(containsString("Geheimer"))));
        web.perform(get(stage.path("/search?q=Geheimer")).with(carla))
                .andExpect(content().string(not(containsString("Werkraum"))));
        web.perform(get("/api/v1/networks/" + stage.slug() + "/offers").with(carla))
                .andExpect(jsonPath("$.items.length()").value(0));
        assertThat(revisions(carlas, hidden)).isZero();
        assertThat(revisions(office, hidden)).isEqualTo(1);
        var funder = Cast.signedIn(stage.sits("Ute Brandt", Role.FUNDER, null));
        for (var page : List.of("/needs", "/offers", "/interests", "/matches?ask=Werkraum", "/terms"))
            web.perform(get(stage.path(page)).with(funder)).andExpect(status().isForbidden());
    }

    @Test
    void nobody_writes_for_another_house() throws Exception {
        var offer = offer(volkshochschule, Sort.OFFER, "Beamer", null, "");
        web.perform(post(stage.path("/offers"))
                        .with(carla)
                        .with(csrf())
                        .param("organisation", volkshochschule.toString())
                        .param("title", "Untergeschoben"))
                .andExpect(status().isForbidden());
        for (var rest : List.of("", "/end", "/withdrawal"))
            web.perform(post(stage.path("/offers/" + offer.value() + rest))
                            .with(carla)
                            .with(csrf())
                            .param("version", "1")
                            .param("title", "Gekapert"))
                    .andExpect(status().isForbidden());
        var feed = "/api/v1/networks/" + stage.slug() + "/offers";
        web.perform(post(feed)
                        .with(carla)
                        .with(csrf())
                        .contentType("application/json")
                        .content(
                                "{\"organisation\": \"%s\", \"title\": \"Untergeschoben\"}".formatted(volkshochschule)))
                .andExpect(status().isForbidden());
        web.perform(patch(feed + "/" + offer.value())
                .with(carla)
                .with(csrf())
                .contentType("application/json")
                .content("{\"title\": \"Gekapert\"}"));
        String title = stage.ask(ask -> ask.sql("select title from exchange.listing")
                .query(String.class)
                .single());
        assertThat(title).isEqualTo("Beamer");
    }

    @Test
    void the_feeds_of_needs_and_offers_keep_to_their_sorts() throws Exception {
        var feed = "/api/v1/networks/" + stage.slug();
        web.perform(post(feed + "/needs")
                        .with(olga)
                        .with(csrf())
                        .contentType("application/json")
                        .content("{\"organisation\": \"%s\", \"title\": \"Raum\"}".formatted(volkshochschule)))
                .andExpect(status().isCreated());
        web.perform(get(feed + "/needs").with(carla))
                .andExpect(jsonPath("$.items.length()").value(1));
        web.perform(get(feed + "/offers").with(carla))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void turned_dates_and_a_circle_of_terms_are_refused() throws Exception {
        web.perform(post(stage.path("/needs"))
                        .with(olga)
                        .with(csrf())
                        .param("organisation", volkshochschule.toString())
                        .param("title", "Raum")
                        .param("amount", "viel")
                        .param("from", "2027-02-01")
                        .param("to", "2027-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Das Ende liegt vor dem Anfang.")))
                .andExpect(content().string(containsString("ist keine Menge")));
        assertThatThrownBy(() -> office.run(() -> terms.keep(List.of(
                        new Terms.NewTerm("Huhn", "", "Ei", "", ""), new Terms.NewTerm("Ei", "", "Huhn", "", "")))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var need = need(jobcenter, "Räume und eine Prüferin", null, null);
        offer(caritas, Sort.RESOURCE, "Räume", null, "");
        office.run(() -> listings.publish(caritas, terms(Sort.INTEREST, "Kurse in Teilzeit", null, null)));
        web.perform(post(stage.path("/terms"))
                        .with(stage.office())
                        .with(csrf())
                        .param("list", "Raum;Saal|Halle;;;\nPrüfer;Prüferin;Personen;KldB;123"))
                .andExpect(status().is3xxRedirection());
        for (var page : List.of(
                "/needs",
                "/offers",
                "/interests",
                "/needs?standing=past&q=x",
                "/needs/new",
                "/offers/new",
                "/interests/new",
                "/needs/" + need.value(),
                "/needs/" + need.value() + "/edit",
                "/matches?ask=R%C3%A4ume",
                "/terms"))
            for (var language : List.of("de", "en"))
                web.perform(get(stage.path(page)).with(stage.office()).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?exchange."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
    }

    private ListingId need(UUID organisation, String title, @Nullable LocalDate from, @Nullable LocalDate to) {
        return office.call(() -> listings.publish(organisation, terms(Sort.NEED, title, from, to)));
    }

    private ListingId offer(UUID organisation, Sort sort, String title, @Nullable String amount, String unit) {
        return office.call(() -> listings.publish(
                organisation,
                new ListingTerms(
                        sort,
                        title,
                        "",
                        "",
                        amount == null ? null : new BigDecimal(amount),
                        unit,
                        null,
                        null,
                        null,
                        Visibility.NETWORK,
                        true)));
    }

    private static ListingTerms terms(Sort sort, String title, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new ListingTerms(sort, title, "", "", null, "", null, from, to, Visibility.NETWORK, true);
    }

    private int revisions(Scope who, ListingId listing) {
        return who.call(() -> db.sql("select count(*) from platform.revision where record = ?")
                .param(listing.value())
                .query(Integer.class)
                .single());
    }
}
