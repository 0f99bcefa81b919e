package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedTests {

    private static final String SOMEBODY = "00000000-0000-0000-0000-00000000000a";

    @Test
    void an_address_says_only_what_differs_from_the_usual() {
        assertThat(asked(Map.of()).address()).isEqualTo("/w/l/ties");
        assertThat(asked(Map.of("sort", "name", "standing", "now")).address()).isEqualTo("/w/l/ties");
        assertThat(asked(Map.of("q", " Müller & Co ", "standing", "past", "sort", "-day", "page", "3"))
                        .address())
                .isEqualTo("/w/l/ties?q=M%C3%BCller%20%26%20Co&standing=past&sort=-day&page=3");
    }

    @Test
    void another_answer_begins_on_the_first_page_and_keeps_the_rest() {
        var asked = asked(Map.of("q", "Raum", "page", "7", "who", SOMEBODY));
        assertThat(asked.with("standing", "all")).isEqualTo("/w/l/ties?q=Raum&who=" + SOMEBODY + "&standing=all");
        assertThat(asked.with("q", "")).isEqualTo("/w/l/ties?who=" + SOMEBODY);
        assertThat(asked.export("xlsx")).isEqualTo("/w/l/ties/export?format=xlsx&q=Raum&who=" + SOMEBODY);
        assertThat(asked.kept()).containsOnlyKeys("who");
    }

    @Test
    void what_is_no_answer_counts_as_the_usual_one() {
        var crooked = new LinkedHashMap<String, String>();
        crooked.put("q", "x".repeat(5_000));
        crooked.put("standing", "'; drop table ties");
        crooked.put("who", "../../etc/passwd");
        crooked.put("sort", "1; select");
        crooked.put("page", "-1");
        crooked.put("another", "x");
        crooked.put("asOf", "31.02.2026");
        var asked = asked(crooked);
        assertThat(asked.is("q")).hasSize(100);
        assertThat(asked.is("standing")).isEqualTo("now");
        assertThat(asked.id("who")).isNull();
        assertThat(asked.order(Map.of("name", "n", "day", "d"))).isEqualTo("n asc nulls last");
        assertThat(asked.page()).isOne();
        assertThat(asked.address()).doesNotContain("another").doesNotContain("asOf");
    }

    @Test
    void neither_order_nor_day_narrows_a_list() {
        var day = LocalDate.of(2026, 3, 1);
        var asked = Asked.reading("/x", Map.of("sort", "-name", "asOf", "2026-03-01"))
                .words("q")
                .day(day)
                .sort("name", Set.of("name"))
                .asked();
        assertThat(asked.narrows()).isFalse();
        assertThat(asked.with("q", "Raum")).isEqualTo("/x?asOf=2026-03-01&sort=-name&q=Raum");
        assertThat(asked(Map.of("standing", "all")).narrows()).isTrue();
    }

    @Test
    void a_chip_leads_to_every_choice_and_back() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("now", "gelten");
        choices.put("past", "galten");
        var chip = asked(Map.of("standing", "past")).filter("standing", "Stand", choices);
        assertThat(chip.label()).isEqualTo("galten");
        assertThat(chip.options())
                .extracting(Filter.Option::href)
                .containsExactly("/w/l/ties", "/w/l/ties?standing=past");
        assertThat(chip.without()).isEqualTo("/w/l/ties");
        assertThat(asked(Map.of()).filter("who", "Wessen", Map.of()).label()).isEqualTo("Wessen");
    }

    private static Asked asked(Map<String, String> given) {
        return Asked.reading("/w/l/ties", given)
                .words("q")
                .usually("standing", "now", Set.of("now", "past", "all"))
                .id("who")
                .sort("name", Set.of("name", "day"))
                .asked();
    }
}
