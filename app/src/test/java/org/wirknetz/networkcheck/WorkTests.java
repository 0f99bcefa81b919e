package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.PersonalContacts.Level;

/// Who knows whom from groups, and whether functions are held on; the worked examples of the measures M7 and M8.
class WorkTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);

    private final List<Work.Post> posts = new ArrayList<>();
    private final List<Work.Function> functions = new ArrayList<>();
    private final List<Work.Body> bodies = new ArrayList<>();
    private final List<Work.Place> places = new ArrayList<>();
    private final List<Work.Gathering> gatherings = new ArrayList<>();
    private final List<Work.Attended> attended = new ArrayList<>();
    private final List<Work.Item> items = new ArrayList<>();
    private final List<Work.Task> tasks = new ArrayList<>();
    private final Set<UUID> members = new HashSet<>();

    @Test
    void of_nine_pairs_five_reach_practitioners_and_four_are_leaders_only() {
        for (int pair = 0; pair < 9; pair++) {
            var level = pair < 5 ? Level.OPERATIONAL : Level.LEADERSHIP;
            meet("AG " + pair, sent("one " + pair, level), sent("other " + pair, level));
        }
        var known = Acquaintances.of(work(), members, TODAY);
        assertThat(known.levelled().pairs()).isEqualTo(9);
        assertThat(known.levelled().operativePairs()).isEqualTo(5);
        assertThat(known.levelled().leadershipOnly()).hasSize(4);
    }

    @Test
    void a_plenary_and_a_large_round_make_nobody_acquainted() {
        var crowd = new ArrayList<UUID>();
        for (int n = 0; n <= Acquaintances.LARGEST_ROUND; n++) crowd.add(sent("crowd " + n, Level.OPERATIONAL));
        meet("Große Runde", crowd.toArray(UUID[]::new));
        var plenary = new Work.Body(id("Plenum"), "Plenum", true, false, LONG_AGO, null);
        bodies.add(plenary);
        for (var person : crowd.subList(0, 3)) sit(plenary, person, TODAY.minusYears(1), null);
        assertThat(Acquaintances.of(work(), members, TODAY).all().pairs()).isZero();
    }

    @Test
    void who_left_the_group_or_the_network_knows_nobody_through_it() {
        var jonas = sent("Handwerkskammer", Level.OPERATIONAL);
        var olga = sent("Volkshochschule", Level.OPERATIONAL);
        var gone = sent("Jobcenter", Level.OPERATIONAL);
        var body = body("AG Module");
        sit(body, jonas, LONG_AGO, null);
        sit(body, olga, LONG_AGO, TODAY);
        sit(body, gone, LONG_AGO, null);
        members.remove(id("at " + gone));
        assertThat(Acquaintances.of(work(), members, TODAY).all().pairs()).isZero();
        assertThat(Acquaintances.of(work(), members, TODAY.minusDays(1)).all().pairs())
                .isOne();
    }

    @Test
    void of_whom_the_level_is_not_known_counts_for_threads_and_is_missing_for_reach() {
        var jonas = sent("Handwerkskammer", Level.OPERATIONAL);
        var nobodySaid = sent("Volkshochschule", null);
        meet("AG Module", jonas, nobodySaid);
        var known = Acquaintances.of(work(), members, TODAY);
        assertThat(known.all().singleThread()).hasSize(1);
        assertThat(known.levelled().pairs()).isZero();
        assertThat(known.withoutLevel()).isOne();
        assertThat(known.people()).isEqualTo(2);
    }

    /// Three organisations know one other through one person alone, two more through a second one as well.
    @Test
    void three_ties_hang_on_the_coordinator_alone() {
        var aylin = sent("Koordinierungsstelle", Level.LEADERSHIP);
        var lennart = person("Lennart", "at " + aylin, Level.OPERATIONAL);
        for (int n = 0; n < 3; n++) meet("AG " + n, aylin, sent("one " + n, Level.OPERATIONAL));
        for (int n = 0; n < 2; n++) meet("AG 1" + n, aylin, lennart, sent("two " + n, Level.OPERATIONAL));
        var lost = Acquaintances.of(work(), members, TODAY).all().lostWith();
        assertThat(lost.get(aylin.toString())).hasSize(3);
        assertThat(lost).doesNotContainKey(lennart.toString());
    }

    @Test
    void eight_of_twelve_functions_have_a_deputy_and_ten_are_in_the_same_hands() {
        for (int n = 0; n < 12; n++) {
            var deputy = n < 8 ? id("deputy " + n) : null;
            var since = n < 10 ? LONG_AGO : TODAY.minusMonths(3);
            functions.add(function("F" + n, "now " + n, deputy, since, null));
            if (n >= 10) functions.add(function("F" + n, "before " + n, null, LONG_AGO, since));
        }
        var continuity = Continuity.of(work(), TODAY);
        assertThat(continuity.functions()).isEqualTo(12);
        assertThat(continuity.deputised()).isEqualTo(8);
        assertThat(continuity.sameHolder()).isEqualTo(10);
        assertThat(continuity.yearAgo()).isEqualTo(12);
        assertThat(continuity.alone()).extracting(Work.Function::name).containsExactly("F10", "F11", "F8", "F9");
    }

    /// Agenda items of eight organisations: 12, 3, 1, 4, 2, 1, 1, 0.
    @Test
    void half_of_the_agenda_came_from_the_coordination_and_one_organisation_had_none() {
        var put = List.of(12, 3, 1, 4, 2, 1, 1, 0);
        var eight = new ArrayList<Member>();
        var meeting = gather("AG Module", TODAY.minusMonths(2), false, null);
        for (int n = 0; n < put.size(); n++) {
            var member = member("M" + n, n == 0);
            eight.add(member);
            for (int item = 0; item < put.get(n); item++) items.add(new Work.Item(meeting, member.id(), null));
        }
        items.add(new Work.Item(
                gather("vor Jahren", TODAY.minusYears(2), false, null),
                eight.get(7).id(),
                null));
        var voice = Voice.of(work(), eight, TODAY);
        assertThat(voice.coordinator()).isEqualTo(12);
        assertThat(voice.all()).isEqualTo(24);
        assertThat(voice.silent()).containsExactly(eight.get(7).id());
        assertThat(voice.inequality().gini().orElseThrow()).isCloseTo(0.552, within(0.0005));
        assertThat(voice.inequality().correctedGini().orElseThrow()).isCloseTo(0.631, within(0.0005));
        assertThat(voice.inequality().evenness().orElseThrow()).isCloseTo(0.726, within(0.0005));
        assertThat(voice.unsigned()).as("nobody said who housed the meeting").isOne();
    }

    @Test
    void fourteen_of_twenty_meetings_were_called_by_the_coordination() {
        var office = member("Koordinierungsstelle", true);
        for (int n = 0; n < 20; n++)
            gather("T" + n, TODAY.minusDays(n), false, n < 14 ? office.id() : id("Handwerkskammer"));
        gather("abgesagt", TODAY, true, office.id());
        tasks.add(new Work.Task(office.id(), null));
        tasks.add(new Work.Task(null, null));
        tasks.add(new Work.Task(office.id(), TODAY));
        var steering = Steering.of(work(), Set.of(office.id()), TODAY);
        assertThat(steering.kinds())
                .containsExactly(new Steering.Kind("meetings", 14, 20, 0), new Steering.Kind("tasks", 1, 1, 1));
        assertThat(steering.office()).isEqualTo(15);
        assertThat(steering.all()).isEqualTo(21);
    }

    @Test
    void gaps_that_are_always_alike_are_wholly_regular_and_one_gap_says_nothing() {
        assertThat(Rhythm.of(List.of(TODAY, TODAY.minusDays(42), TODAY.minusDays(84)))
                        .regularity())
                .hasValue(1);
        var uneven = Rhythm.of(List.of(TODAY, TODAY.minusDays(10), TODAY.minusDays(40)));
        assertThat(uneven.gaps()).containsExactly(30L, 10L);
        assertThat(uneven.regularity().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(uneven.longest()).hasValue(30);
        assertThat(Rhythm.of(List.of(TODAY, TODAY.minusDays(42))).regularity()).isEmpty();
    }

    @Test
    void what_was_called_off_was_called_and_not_held() {
        var body = body("AG Module");
        gatherings.add(new Work.Gathering(id("a"), "a", body.id(), false, TODAY.minusDays(10), false, null));
        gatherings.add(new Work.Gathering(id("b"), "b", body.id(), false, TODAY.minusDays(50), true, null));
        gatherings.add(new Work.Gathering(id("c"), "c", body.id(), false, TODAY.plusDays(5), false, null));
        var meets = Regularity.of(work(), TODAY).bodies().getFirst();
        assertThat(meets.called()).isEqualTo(2);
        assertThat(meets.held()).isOne();
        assertThat(meets.last()).hasValue(TODAY.minusDays(10));
    }

    /// Newman's weights: a meeting of three ties two by a half, one of two by one.
    @Test
    void a_meeting_of_n_ties_each_two_with_one_by_n_less_one() {
        var three = gather("zu dritt", TODAY.minusDays(3), false, null);
        var two = gather("zu zweit", TODAY.minusDays(400).plusDays(100), false, null);
        var old = gather("vor Jahren", TODAY.minusYears(1).minusDays(1), false, null);
        var off = gather("abgesagt", TODAY.minusDays(1), true, null);
        for (var name : List.of("A", "B", "C")) {
            members.add(id(name));
            attended.add(new Work.Attended(three, id(name), null));
            attended.add(new Work.Attended(three, id(name), id("zweite Person")));
            attended.add(new Work.Attended(old, id(name), null));
            attended.add(new Work.Attended(off, id(name), null));
        }
        attended.add(new Work.Attended(two, id("A"), null));
        attended.add(new Work.Attended(two, id("B"), null));
        attended.add(new Work.Attended(two, id("gehört nicht dazu"), null));
        var bonds = CoAttendance.of(work(), members, TODAY).bonds();
        assertThat(bonds).extracting(CoAttendance.Bond::weight).containsExactly(1.5, 0.5, 0.5);
        var strongest = bonds.getFirst();
        assertThat(Set.of(strongest.one(), strongest.other())).isEqualTo(Set.of(id("A"), id("B")));
        assertThat(strongest.meetings()).isEqualTo(2);
        assertThat(strongest.until()).isEqualTo(TODAY.minusDays(3).plusYears(1));
    }

    @Test
    void where_two_did_not_meet_for_a_year_a_new_bond_begins() {
        for (int years : List.of(0, 1, 4)) {
            var meeting = gather("vor " + years, TODAY.minusYears(years), false, null);
            for (var name : List.of("A", "B")) attended.add(new Work.Attended(meeting, id(name), null));
        }
        var bonds =
                CoAttendance.through(work(), Set.of(id("A"), id("B")), TODAY).bonds();
        assertThat(bonds)
                .extracting(CoAttendance.Bond::since)
                .containsExactlyInAnyOrder(TODAY.minusYears(4), TODAY.minusYears(1));
    }

    @Test
    void who_was_at_no_meeting_for_half_a_year_is_quiet_and_a_newcomer_is_not() {
        var eager = member("Handwerkskammer", false);
        var quiet = member("Volkshochschule", false);
        var never = member("Jobcenter", false);
        var fresh = new Member(
                id("neu"),
                "neu",
                "neu",
                "neu",
                "",
                List.of(),
                "",
                false,
                List.of(new Member.Stay(TODAY.minusDays(30), null)));
        var office = member("Koordinierungsstelle", true);
        var all = List.of(eager, quiet, never, fresh, office);
        var old = gather("alt", TODAY.minusDays(Silence.LONG), false, null);
        attended.add(new Work.Attended(old, quiet.id(), null));
        assertThat(Silence.of(work(), all, TODAY).recorded())
                .as("nobody has noted anything lately")
                .isFalse();
        attended.add(new Work.Attended(gather("neulich", TODAY.minusDays(5), false, null), eager.id(), null));
        var silence = Silence.of(work(), all, TODAY);
        assertThat(silence.members()).isEqualTo(4);
        assertThat(silence.quiet()).extracting(Silence.Quiet::member).containsExactly(never, quiet);
    }

    private UUID gather(String title, LocalDate on, boolean cancelled, @Nullable UUID host) {
        gatherings.add(new Work.Gathering(id(title), title, null, false, on, cancelled, host));
        return id(title);
    }

    private static Member member(String name, boolean coordinator) {
        return new Member(
                id(name), name, name, name, "", List.of(), "", coordinator, List.of(new Member.Stay(null, null)));
    }

    private Work work() {
        return new Work(posts, functions, bodies, places, gatherings, attended, items, tasks, List.of());
    }

    /// Somebody of an organisation of their own, which belongs to the network.
    private UUID sent(String organisation, @Nullable Level level) {
        return person("of " + organisation, "at " + id("of " + organisation), level);
    }

    private UUID person(String name, String organisation, @Nullable Level level) {
        posts.add(new Work.Post(id(name), id(organisation), level, LONG_AGO, null));
        members.add(id(organisation));
        return id(name);
    }

    private Work.Body body(String name) {
        var body = new Work.Body(id(name), name, false, false, LONG_AGO, null);
        bodies.add(body);
        return body;
    }

    private void meet(String name, UUID... people) {
        var body = body(name);
        for (var person : people) sit(body, person, LONG_AGO, null);
    }

    private void sit(Work.Body body, UUID person, LocalDate since, @Nullable LocalDate until) {
        var organisation = posts.stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow()
                .organisation();
        places.add(new Work.Place(body.id(), organisation, person, "MEMBER", since, until));
    }

    private static Work.Function function(
            String name, String holder, @Nullable UUID deputy, LocalDate from, @Nullable LocalDate to) {
        return new Work.Function(name, id(holder), id("Koordinierungsstelle"), deputy, from, to);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
