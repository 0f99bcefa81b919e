package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.wirknetz.RoomTest;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.alarms.Rule;
import org.wirknetz.networkcheck.alarms.Value;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;

@RoomTest
class DemoLoaderTests {
    @Autowired
    JdbcClient db;

    @Autowired
    DemoLoader loader;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Words words;

    @Autowired
    Alarms alarms;

    @Autowired
    org.wirknetz.networkcheck.Chronicles chronicles;

    @Autowired
    org.wirknetz.access.Accounts accounts;

    @Autowired
    org.wirknetz.networkcheck.map.FrozenMaps frozen;

    private static final DemoNetwork LINDENFURT = DemoNetworks.drawn().network("lindenfurt");
    private static final DemoNetwork WIESGRUND = DemoNetworks.drawn().network("wiesgrund");

    @BeforeAll
    static void load(@Autowired DemoLoader loader) {
        loader.load();
        loader.report(DemoNetworks.slugs());
    }

    private <T> T in(DemoNetwork network, String sql, Class<T> type) {
        return Scope.of(new NetworkId(network.id()))
                .call(() -> db.sql(sql).query(type).single());
    }

    private int count(DemoNetwork network, String table) {
        return in(network, "select count(*) from " + table, Integer.class);
    }

    @Test
    void every_record_is_in_the_tables_of_its_own_network_only() {
        for (var network : List.of(LINDENFURT, WIESGRUND)) {
            assertThat(count(network, "directory.organisation"))
                    .isEqualTo(network.organisations().size());
            assertThat(count(network, "directory.person"))
                    .isEqualTo(network.people().size());
            assertThat(count(network, "directory.position"))
                    .isEqualTo(network.positions().size());
            assertThat(count(network, "directory.membership"))
                    .isEqualTo(network.memberships().size());
            assertThat(count(network, "directory.mandate where kind <> 'RESPONSIBLE'"))
                    .isEqualTo(
                            network.mandates().size() + network.keyFunctions().size());
            assertThat(count(network, "directory.mandate where kind = 'RESPONSIBLE'"))
                    .isEqualTo(count(network, "equality.responsibility"));
            assertThat(count(network, "directory.structure_member"))
                    .isEqualTo(network.structureMembers().size());
            assertThat(count(network, "networkcheck.tie"))
                    .isEqualTo(network.ties().size());
            assertThat(count(network, "directory.area")).isEqualTo(15);
            assertThat(count(network, "directory.target_model"))
                    .isEqualTo(network.targets().size());
        }
    }

    @Test
    void the_two_ministries_have_one_successor_and_the_office_a_host() {
        assertThat(in(LINDENFURT, """
                        select string_agg(o.key, ', ' order by o.key)
                          from directory.organisation o
                          join directory.organisation s on s.network = o.network and s.id = o.successor
                         where s.key = 'ministerium-arbeit'
                        """, String.class)).isEqualTo("ministerium-soziales-alt, ministerium-wirtschaft-alt");
        assertThat(in(LINDENFURT, """
                        select h.key
                          from directory.organisation o
                          join directory.organisation h on h.network = o.network and h.id = o.host
                         where o.coordinator
                        """, String.class)).isEqualTo("bildungswerk-falenau");
    }

    @Test
    void a_tie_bears_the_word_of_both_sides_or_of_one() {
        assertThat(in(
                        LINDENFURT,
                        "select count(*) from networkcheck.tie_card where not confirmed_by_both",
                        Integer.class))
                .isEqualTo((int)
                        LINDENFURT.ties().stream().filter(it -> !it.mutual()).count());
        assertThat(in(LINDENFURT, """
                        select count(*)
                          from networkcheck.tie_card
                         where valid_from <= date '2024-01-01' and (valid_to is null or valid_to > date '2024-01-01')
                        """, Integer.class))
                .isEqualTo(LINDENFURT.tiesOn(LocalDate.of(2024, 1, 1)).size());
    }

    @Test
    void members_are_public_by_name_and_those_only_asked_are_not() {
        var publicNames =
                "select count(*) from directory.organisation where visibility ->> 'name' = 'public' and key = '%s'";
        assertThat(in(LINDENFURT, publicNames.formatted("ihk-lindenfurt"), Integer.class))
                .isEqualTo(1);
        assertThat(in(LINDENFURT, publicNames.formatted("handelsverband-falenau"), Integer.class))
                .isZero();
        assertThat(in(LINDENFURT, """
                        select string_agg(key, ' ')
                          from directory.person where visibility ->> 'email' = 'public'
                        """, String.class)).isEqualTo("aylin-demir");
    }

    @Test
    void the_constellation_in_force_is_the_one_resolved_last() {
        assertThat(in(LINDENFURT, """
                        select name from directory.target_model
                         where valid_from <= date '2026-11-23'
                         order by valid_from desc, number desc
                         limit 1
                        """, String.class)).startsWith("Sollbild Lindenfurt");
    }

    @Test
    void loading_again_changes_nothing_that_people_have_edited() {
        Scope.of(new NetworkId(LINDENFURT.id()))
                .run(() -> db.sql("update directory.organisation set phone = '0000' where key = 'ihk-lindenfurt'")
                        .update());
        int trail = count(LINDENFURT, "platform.trail");

        assertThat(loader.load()).isEmpty();

        assertThat(in(
                        LINDENFURT,
                        "select phone from directory.organisation where key = 'ihk-lindenfurt'",
                        String.class))
                .isEqualTo("0000");
        assertThat(count(LINDENFURT, "platform.trail")).isEqualTo(trail);
    }

    @Test
    void a_network_that_moved_to_another_address_does_not_come_back() {
        moved("wiesgrund", "wiesgrund-neu");
        try {
            assertThat(loader.load()).isEmpty();
        } finally {
            moved("wiesgrund-neu", "wiesgrund");
        }
    }

    private void moved(String from, String to) {
        db.sql("update access.network set slug = ? where slug = ?")
                .params(to, from)
                .update();
    }

    @Test
    void there_is_an_account_for_each_role_that_opens_with_the_published_password() {
        for (var account : DemoNetworks.signIns()) {
            var hash = db.sql("select password from access.account where email = ?")
                    .param(account.email())
                    .query(String.class)
                    .single();
            assertThat(passwords.matches(DemoLoader.PASSWORD, hash)).isTrue();
        }
        assertThat(in(LINDENFURT, "select string_agg(role, ' ' order by role) from access.seat", String.class))
                .isEqualTo("FUNDER GROUP_MEMBER OFFICE PARTNER_ADMIN PARTNER_STAFF");
        assertThat(db.sql("select email from access.account where operator and email like '%wirknetz.example'")
                        .query(String.class)
                        .single())
                .isEqualTo("betrieb@wirknetz.example");
    }

    @Test
    void a_network_says_that_it_is_a_demo_and_can_be_searched() {
        assertThat(db.sql("select bool_and(demo) from access.network where slug in ('lindenfurt', 'wiesgrund')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(in(
                        LINDENFURT,
                        "select title from platform.search_entry where folded like '%demir-albrecht%'",
                        String.class))
                .isEqualTo("Selin Demir-Albrecht");
    }

    @Test
    void the_start_says_where_it_is_and_names_one_sign_in_for_each_role() {
        var start = new DemoStart(loader, words, new MockEnvironment());
        for (var locale : List.of(Locale.GERMAN, Locale.ENGLISH))
            assertThat(start.greeting(locale, "8080"))
                    .contains("http://127.0.0.1:8080", DemoLoader.PASSWORD)
                    .contains(DemoNetworks.signIns().stream()
                            .map(DemoNetworks.Account::email)
                            .toList())
                    .doesNotContain("?demo");
    }

    @Test
    void the_alliance_keeps_its_seats_and_money_is_talked_about_by_leaders_only() {
        assertThat(in(LINDENFURT, """
                        select count(distinct o.key)
                          from groups.member_card m
                          join groups.group_card g on g.network = m.network and g.id = m.group_id and g.name = 'AG Module'
                          join directory.organisation o on o.network = m.network and o.id = m.organisation
                         where m.until is null
                           and o.key in ('lernzentrum-kupfer', 'werkstatt-wissen', 'neue-wege', 'logistik-akademie')
                        """, Integer.class)).isEqualTo(4);
        assertThat(in(LINDENFURT, """
                        select count(*) filter (where p.level = 'LEADERSHIP') * 2 > count(*)
                          from groups.member_card m
                          join groups.group_card g on g.network = m.network and g.id = m.group_id and g.name = 'AG Finanzierung'
                          join directory.position p on p.network = m.network and p.person = m.person and p.organisation = m.organisation
                         where m.until is null
                        """, Boolean.class)).isTrue();
        assertThat(in(LINDENFURT, "select count(*) from groups.group_card where lead is null", Integer.class))
                .isZero();
        assertThat(in(LINDENFURT, "select name from groups.group_card where deputy is null", String.class))
                .isEqualTo("AG Öffentlichkeit");
        assertThat(count(WIESGRUND, "groups.body")).isOne();
    }

    /// S1: before their alliance the four came to AG Module, afterwards they do not; their seats stay.
    @Test
    void the_alliance_stops_coming_and_the_others_do_not() {
        var came = """
                select count(*)
                  from meetings.attendance_card a
                  join meetings.meeting_card m on m.network = a.network and m.id = a.meeting_id and m.title = 'AG Module'
                  join directory.organisation o on o.network = a.network and o.id = a.organisation
                 where a.presence = 'PRESENT' and m.starts_at %s timestamptz '2025-07-01'
                   and o.key %s ('lernzentrum-kupfer', 'werkstatt-wissen', 'neue-wege', 'logistik-akademie')
                """;
        assertThat(in(LINDENFURT, came.formatted("<", "in"), Integer.class)).isGreaterThan(15);
        assertThat(in(LINDENFURT, came.formatted(">=", "in"), Integer.class)).isZero();
        assertThat(in(LINDENFURT, came.formatted(">=", "not in"), Integer.class))
                .isGreaterThan(30);
        assertThat(in(
                        LINDENFURT,
                        "select count(distinct meeting_id) from meetings.agenda_card where proposer is not null",
                        Integer.class))
                .isGreaterThan(60);
        assertThat(count(WIESGRUND, "meetings.meeting")).isGreaterThan(5);
    }

    /// S7: of 52 introductions in 2026, 31 went to the host of the office, whose places are 35 of a hundred.
    @Test
    void the_host_was_proposed_more_often_than_its_places_would_let_expect() {
        assertThat(in(LINDENFURT, """
                        select count(*) filter (where o.key = 'bildungswerk-falenau') || ' of ' || count(*)
                          from exchange.introduction i
                          join directory.organisation o on o.network = i.network and o.id = i.helper
                        """, String.class)).isEqualTo("31 of 52");
        assertThat(in(LINDENFURT, """
                        select round(100 * sum(l.amount) filter (where o.key = 'bildungswerk-falenau') / sum(l.amount))::int
                          from exchange.listing l
                          join directory.organisation o on o.network = l.network and o.id = l.organisation
                         where l.sort = 'OFFER' and l.topics like 'Nachqualifizierung,%'
                        """, Integer.class)).isEqualTo(35);
        assertThat(count(WIESGRUND, "exchange.introduction")).isZero();
    }

    /// S4: nobody handed over, and two things still lie with her who left.
    @Test
    void what_the_key_person_had_to_do_still_lies_with_her() {
        assertThat(in(LINDENFURT, """
                        select count(*) from tasks.task t
                          join directory.person p on p.network = t.network and p.id = t.owner_person and p.key = 'selin-demir-albrecht'
                         where t.done_on is null
                        """, Integer.class)).isEqualTo(2);
    }

    @Test
    void a_year_of_meetings_is_written_up_voted_on_and_approved_but_for_the_last() {
        assertThat(in(LINDENFURT, "select count(*) from meetings.minutes where state = 'APPROVED'", Integer.class))
                .isGreaterThan(15);
        assertThat(in(LINDENFURT, "select count(*) from meetings.minutes where state = 'DRAFT'", Integer.class))
                .isOne();
        assertThat(in(LINDENFURT, "select count(*) from meetings.amendment where state = 'OPEN'", Integer.class))
                .isOne();
        assertThat(count(LINDENFURT, "meetings.ballot")).isGreaterThan(5);
        assertThat(in(LINDENFURT, """
                        select bool_and(b.quorate and b.accepted and b.yes + b.no + b.abstained = b.entitled
                                        and b.entitled = (select count(*) from meetings.ballot_voter v
                                                           where v.network = b.network and v.ballot = b.id and v.voted))
                          from meetings.ballot b
                        """, Boolean.class)).isTrue();
        assertThat(in(LINDENFURT, """
                        select bool_and(position(o.line in p.body) > 0) and count(*) filter (where o.kind = 'TASK') > 15
                          from meetings.minute_outcome o
                          join meetings.minute_part p on p.network = o.network and p.id = o.part
                        """, Boolean.class)).isTrue();
    }

    @Test
    void funders_find_a_map_under_pseudonyms_whose_letters_are_the_same_in_every_demo() {
        var office =
                accounts.byEmail("aylin.demir@koordinierungsstelle.example").orElseThrow();
        assertThat(in(LINDENFURT, """
                        select count(*) = 1 and bool_and(pseudonyms and approved_on is not null and secret is null)
                          from networkcheck.frozen_map
                        """, Boolean.class)).isTrue();
        Scope.of(new NetworkId(LINDENFURT.id()), office).run(() -> {
            new FrozenRows(LINDENFURT, chronicles, frozen, words).write();
            assertThat(db.sql("select count(*) - count(distinct content) from networkcheck.frozen_map where pseudonyms")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            frozen.remove(frozen.all().getFirst().id());
        });
    }

    private List<Alarm> alarms(String day) {
        return Scope.of(new NetworkId(LINDENFURT.id()))
                .call(() -> alarms.on(LocalDate.parse(day)))
                .open();
    }

    /// S1 as the office sees it, agreements and products among the ties: raised in the second quarter of the
    /// withdrawal, with the two bridges that are left, and about nobody else.
    @Test
    void the_alliance_is_the_one_part_that_closes_itself_off() {
        assertThat(alarms("2025-09-30")).noneMatch(it -> it.rule() == Rule.FISSION);
        assertThat(alarms("2025-12-31"))
                .filteredOn(it -> it.rule() == Rule.FISSION)
                .hasSize(1);
        var raised = alarms("2026-11-23").stream()
                .filter(it -> it.rule() == Rule.FISSION)
                .toList();
        assertThat(raised).hasSize(1);
        assertThat(raised.getFirst().about()).hasSize(4);
        assertThat(raised.getFirst().raised()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(raised.getFirst().figure()).as("E-I index, turned round").isGreaterThanOrEqualTo(0.5);
        assertThat(raised.getFirst().evidence())
                .filteredOn(it -> it.key().equals("bridge"))
                .hasSize(2);
    }

    /// S8, and nothing about the steering group, which is there for leaders.
    @Test
    void one_working_group_is_of_leaders_alone() {
        assertThat(alarms("2026-11-23"))
                .filteredOn(it -> it.rule() == Rule.LEADERSHIP_ONLY)
                .extracting(it -> it.values().getFirst())
                .containsExactly(new Value.Text("AG Finanzierung"));
    }

    /// S7: with its places in mind, the host of the office is introduced too often.
    @Test
    void introductions_go_to_the_host_more_often_than_chance_explains() {
        assertThat(alarms("2026-11-23"))
                .filteredOn(it -> it.rule() == Rule.NEUTRALITY && it.variant().equals("more"))
                .hasSize(1)
                .first()
                .satisfies(it -> assertThat(it.values().subList(1, 3))
                        .containsExactly(new Value.Count(31), new Value.Count(52)));
    }

    /// S5: the ESF part and the Land's are four in five euros, and end within a year.
    @Test
    void most_of_the_money_ends_within_a_year() {
        assertThat(alarms("2026-11-23"))
                .filteredOn(it -> it.rule() == Rule.FUNDING)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.variant()).isEqualTo("short");
                    assertThat(it.values().getFirst()).isEqualTo(new Value.Count(80));
                    assertThat(it.evidence()).hasSize(2);
                });
    }

    /// With the office's words in it; the small network has none yet.
    @Test
    void a_report_is_released_for_those_who_pay() {
        assertThat(in(
                        LINDENFURT,
                        "select half_year || ' ' || as_of || ' ' || frozen_on || ' ' || released_on from reports.report",
                        String.class))
                .isEqualTo("2026-1 2026-06-30 2026-08-03 2026-08-10");
        assertThat(in(LINDENFURT, "select content from reports.report", String.class))
                .contains("Im ersten Halbjahr 2026", "Bitte klären Sie")
                .doesNotContain("NaN", "?reports");
        assertThat(count(WIESGRUND, "reports.report")).isZero();
    }

    /// S4, before she left; and nobody is said to carry more ties than their organisation has.
    @Test
    void the_key_person_is_told_while_there_is_time() {
        assertThat(alarms("2026-03-15"))
                .filteredOn(it -> it.rule() == Rule.KEY_PERSON)
                .anySatisfy(it -> assertThat(it.variant()).isEqualTo("leaving"))
                .allSatisfy(it -> assertThat(it.figure()).isLessThan(20));
    }
}
