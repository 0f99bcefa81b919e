package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirknetz.demo.DemoNetwork.Contact;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Status;

class DemoStoryTests {
    private static final List<String> ALLIANCE =
            List.of("lernzentrum-kupfer", "werkstatt-wissen", "neue-wege", "logistik-akademie");

    private final DemoNetworks demo = DemoNetworks.drawn();
    private final DemoNetwork lindenfurt = demo.network("lindenfurt");
    private final Measured measured = new Measured(lindenfurt);

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void s1_four_providers_close_themselves_off_quarter_by_quarter() {
        var quarters = Stream.of("2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30")
                .map(LocalDate::parse)
                .toList();
        for (int i = 1; i < quarters.size(); i++) {
            long before = measured.outside(ALLIANCE, quarters.get(i - 1));
            long after = measured.outside(ALLIANCE, quarters.get(i));
            assertThat(after).as("halved by %s", quarters.get(i)).isBetween(before / 2 - 1, before / 2 + 1);
            assertThat(measured.externalShare(ALLIANCE, quarters.get(i)))
                    .isLessThan(measured.externalShare(ALLIANCE, quarters.get(i - 1)));
        }
        assertThat(measured.inside(ALLIANCE, day("2025-12-31"))).isEqualTo(6);
        assertThat(measured.externalInternal(ALLIANCE, day("2025-06-30"))).isGreaterThan(0.3);
        assertThat(measured.externalInternal(ALLIANCE, day("2026-11-20"))).isLessThanOrEqualTo(-0.5);
    }

    @Test
    void s1_two_bridges_can_be_named_at_the_end_and_one_leads_to_the_coordination() {
        assertThat(measured.ties(day("2026-11-20")).stream()
                        .filter(it -> ALLIANCE.contains(it.from()) != ALLIANCE.contains(it.to()))
                        .map(it -> it.from() + " – " + it.to()))
                .containsExactlyInAnyOrder(
                        "koordinierungsstelle – lernzentrum-kupfer", "logistik-akademie – brandt-logistik");
    }

    @Test
    void s1_the_alliance_stays_away_from_the_modules_group() {
        assertThat(lindenfurt.mandates())
                .filteredOn(it -> "ag-modules".equals(it.structure()) && ALLIANCE.contains(it.organisation()))
                .hasSizeGreaterThanOrEqualTo(4)
                .noneMatch(it -> it.term().holds(day("2025-07-01")));
        assertThat(lindenfurt.activities())
                .filteredOn(it -> ALLIANCE.contains(it.organisation()))
                .isNotEmpty()
                .allMatch(it -> it.date().isBefore(day("2025-07-01")));
    }

    @Test
    void s2_nine_favours_go_one_way_and_none_comes_back() {
        var given = lindenfurt.contributions().stream()
                .filter(it -> it.giver().equals("bildungswerk-falenau")
                        && it.receiver().equals("neustart"))
                .toList();
        assertThat(given).hasSize(9).allMatch(DemoNetwork.Contribution::requested);
        assertThat(given.stream().mapToInt(DemoNetwork.Contribution::hours).sum())
                .isGreaterThanOrEqualTo(8);
        assertThat(given.getFirst().date()).isBefore(day("2026-05-23"));
        assertThat(lindenfurt.contributions())
                .noneMatch(it -> it.giver().equals("neustart") && it.receiver().equals("bildungswerk-falenau"));
    }

    @Test
    void s4_nine_ties_rest_on_the_key_person_and_five_on_nobody_else() {
        var ties = lindenfurt.tiesOn(day("2026-03-30")).stream()
                .filter(tie -> carriers(tie.id(), "2026-03-30").contains("selin-demir-albrecht"))
                .toList();
        assertThat(ties).hasSize(9);
        assertThat(ties.stream().filter(tie -> carriers(tie.id(), "2026-03-30").size() == 1))
                .hasSize(5);
    }

    @Test
    void s4_nobody_follows_for_six_weeks_and_two_ties_are_lost_for_good() {
        var story = lindenfurt.ties().stream()
                .filter(tie -> tie.story() != null && tie.story().startsWith("S4"))
                .toList();
        assertThat(story.stream().filter(tie -> carriers(tie.id(), "2026-04-15").isEmpty()))
                .hasSize(5);
        assertThat(story.stream().filter(tie -> tie.term().holds(day("2026-04-15"))))
                .hasSize(7);
        assertThat(story.stream().filter(tie -> carriers(tie.id(), "2026-05-15").contains("tobias-ahrens")))
                .hasSize(7);
        assertThat(lindenfurt.roleChanges())
                .filteredOn(it -> it.predecessor().equals("selin-demir-albrecht"))
                .singleElement()
                .matches(it -> !it.handedOver()
                        && it.left().equals(day("2026-03-31"))
                        && it.followed().equals(day("2026-05-15")));
    }

    /// The people of the Agentur who carry the tie on that day.
    private List<String> carriers(java.util.UUID tie, String day) {
        return lindenfurt.contacts().stream()
                .filter(it -> it.tie().equals(tie) && it.term().holds(day(day)))
                .map(Contact::person)
                .distinct()
                .toList();
    }

    @Test
    void s5_six_tenths_of_the_money_end_in_august_2027_and_four_fifths_within_a_year() {
        var today = day("2026-11-23");
        var running = lindenfurt.funding().stream()
                .filter(it -> it.term().holds(today))
                .toList();
        assertThat(running).hasSize(5);
        assertThat(sum(running)).isEqualByComparingTo("200000");
        assertThat(sum(running.stream().filter(DemoNetwork.Funding::fromPublic).toList()))
                .isEqualByComparingTo("175000");
        assertThat(sum(running.stream()
                        .filter(it -> it.fromPublic() && it.term().end().isBefore(today.plusYears(1)))
                        .toList()))
                .isEqualByComparingTo("160000");
        assertThat(running)
                .filteredOn(it -> it.term().end().equals(day("2027-08-31")))
                .singleElement()
                .matches(it -> it.amount().intValueExact() == 120000);
    }

    private static BigDecimal sum(List<DemoNetwork.Funding> funding) {
        return funding.stream().map(DemoNetwork.Funding::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void s6_the_network_becomes_more_complete_when_school_and_union_join() {
        var target = lindenfurt.targets().stream()
                .filter(DemoNetwork.TargetModel::current)
                .findFirst()
                .orElseThrow();
        double before = measured.completeness(target, day("2024-12-31"));
        double withSchool = measured.completeness(target, day("2025-03-31"));
        double withUnion = measured.completeness(target, day("2025-09-30"));
        assertThat(before).isLessThan(withSchool);
        assertThat(withSchool).isLessThan(withUnion);
        assertThat(withUnion).as("gaps remain to be named").isLessThan(1);
        for (var late : List.of("berufsschule-ernaehrung", "gewerkschaftsbund"))
            assertThat(lindenfurt.ties())
                    .filteredOn(it -> it.from().equals(late) || it.to().equals(late))
                    .isNotEmpty()
                    .allMatch(it -> it.term().from().getYear() >= 2025);
    }

    @Test
    void s8_only_leaders_sit_in_the_funding_group() {
        assertThat(lindenfurt.mandates())
                .filteredOn(it -> "ag-finance".equals(it.structure()))
                .hasSizeGreaterThanOrEqualTo(8)
                .allMatch(it -> it.level() == Level.LEADERSHIP);
        assertThat(lindenfurt.mandates())
                .filteredOn(it -> "ag-modules".equals(it.structure()))
                .anyMatch(it -> it.level() == Level.OPERATIONAL);
    }

    @Test
    void s12_the_second_network_is_small_and_apart() {
        var wiesgrund = demo.network("wiesgrund");
        assertThat(wiesgrund.memberships())
                .filteredOn(it -> it.status() == Status.ACTIVE && it.term().holds(day("2026-11-23")))
                .hasSize(7);
        assertThat(wiesgrund.people()).hasSize(18);
        assertThat(wiesgrund.organisations().stream().map(DemoNetwork.Organisation::id))
                .doesNotContainAnyElementsOf(lindenfurt.organisations().stream()
                        .map(DemoNetwork.Organisation::id)
                        .toList());
    }

    @Test
    void the_cast_is_there() {
        assertThat(lindenfurt.keyFunctions())
                .anyMatch(it ->
                        it.key().equals("network-coordination") && it.holder().equals("aylin-demir"))
                .anyMatch(it -> it.key().equals("lead-ag-module") && it.holder().equals("jonas-weber"));
        assertThat(lindenfurt.mandates())
                .anyMatch(it -> it.person().equals("jonas-weber") && "ag-modules".equals(it.structure()));
        assertThat(demo.accounts().stream().map(DemoNetworks.Account::role))
                .contains("OFFICE", "PARTNER_ADMIN", "PARTNER_STAFF", "GROUP_MEMBER", "FUNDER", "OPERATOR");
    }
}
