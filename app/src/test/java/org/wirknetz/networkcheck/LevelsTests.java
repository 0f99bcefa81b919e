package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Levels.Standing;

/// Five partners, one for each way of taking part (F5), counted by hand.
class LevelsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    private static final LocalDate YEARS_AGO = LocalDate.of(2024, 5, 7);

    private final List<Work.Post> posts = new ArrayList<>();
    private final List<Work.Body> bodies = new ArrayList<>();
    private final List<Work.Place> places = new ArrayList<>();
    private final List<Work.Gathering> gatherings = new ArrayList<>();
    private final List<Work.Attended> attended = new ArrayList<>();

    @Test
    void who_takes_part_is_told_by_level_and_by_partner() {
        works("Handwerkskammer", "Jonas", Level.LEADERSHIP, null);
        works("Handwerkskammer", "Olga", Level.OPERATIONAL, null);
        works("Handwerkskammer", "Tarek", Level.OPERATIONAL, null);
        works("Volkshochschule", "Helga", Level.LEADERSHIP, null);
        works("Volkshochschule", "Petra", Level.OPERATIONAL, null);
        works("Jobcenter", "Stefan", Level.LEADERSHIP, null);
        works("Jobcenter", "Gone", Level.OPERATIONAL, TODAY.minusMonths(1));
        works("Caritasverband", "Nobody knows", null, null);
        var march = met(MARCH, false);
        for (var one : List.of("Jonas", "Olga")) there(march, "Handwerkskammer", one);
        there(march, "Volkshochschule", "Helga");
        there(march, "Jobcenter", "Stefan");
        there(march, "Jobcenter", "Gone");
        there(march, "Caritasverband", "Nobody knows");
        attended.add(new Work.Attended(march, id("Metallbau Yıldız"), null));
        there(met(YEARS_AGO, false), "Volkshochschule", "Petra");
        there(met(MARCH.plusMonths(1), true), "Volkshochschule", "Petra");

        var levels = levels();
        assertThat(levels.partners())
                .extracting(it -> it.member().name())
                .containsExactly(
                        "Caritasverband", "Handwerkskammer", "Jobcenter", "Metallbau Yıldız", "Volkshochschule");
        var chamber = partner(levels, "Handwerkskammer");
        assertThat(chamber.cell(Level.LEADERSHIP)).isEqualTo(new Levels.Cell(1, 0, 1, MARCH));
        assertThat(chamber.cell(Level.OPERATIONAL)).isEqualTo(new Levels.Cell(2, 0, 1, MARCH));
        assertThat(chamber.cell(Level.ADMINISTRATION)).isEqualTo(new Levels.Cell(0, 0, 0, null));
        assertThat(chamber.operative()).isOne();
        assertThat(chamber.present()).isEqualTo(2);
        assertThat(chamber.standing()).isEqualTo(Standing.OPERATIVE);
        var school = partner(levels, "Volkshochschule");
        assertThat(school.cell(Level.OPERATIONAL))
                .as("what was called off, or was years ago, is no taking part of this year")
                .isEqualTo(new Levels.Cell(1, 0, 0, YEARS_AGO));
        assertThat(school.standing()).isEqualTo(Standing.WITHOUT);
        var centre = partner(levels, "Jobcenter");
        assertThat(centre.cell(Level.OPERATIONAL))
                .as("who has left is not there any more, but was last")
                .isEqualTo(new Levels.Cell(0, 0, 0, MARCH));
        assertThat(centre.standing()).isEqualTo(Standing.UNNAMED);
        assertThat(partner(levels, "Caritasverband").without()).isOne();
        assertThat(partner(levels, "Caritasverband").standing()).isEqualTo(Standing.ABSENT);
        assertThat(partner(levels, "Metallbau Yıldız").standing()).isEqualTo(Standing.ABSENT);
        assertThat(levels.unnamed()).isOne();
        assertThat(levels.with(Standing.ABSENT)).isEqualTo(2);
    }

    @Test
    void a_group_is_told_by_the_levels_of_those_who_sit_in_it() {
        works("Handwerkskammer", "Jonas", Level.LEADERSHIP, null);
        works("Handwerkskammer", "Jonas", Level.OPERATIONAL, null);
        works("Volkshochschule", "Helga", Level.LEADERSHIP, null);
        works("Jobcenter", "Nobody knows", null, null);
        works("Koordinierungsstelle", "Aylin", Level.OPERATIONAL, null);
        var modules = body("AG Module", false);
        sits(modules, "Handwerkskammer", "Jonas");
        sits(modules, "Volkshochschule", "Helga");
        sits(modules, "Jobcenter", "Nobody knows");
        sits(modules, "Koordinierungsstelle", "Aylin");
        sits(body("Plenum", true), "Volkshochschule", "Helga");
        var levels = levels();
        assertThat(levels.rounds()).containsExactly(new Levels.Round(modules, 1, 2, 3));
        var chamber = partner(levels, "Handwerkskammer");
        assertThat(chamber.cell(Level.LEADERSHIP).seated())
                .as("who works on two levels counts on both")
                .isOne();
        assertThat(chamber.doers()).containsExactly(id("Jonas"));
        assertThat(partner(levels, "Jobcenter").doers()).isEmpty();
    }

    private Levels levels() {
        var members = List.of(
                        "Koordinierungsstelle",
                        "Volkshochschule",
                        "Handwerkskammer",
                        "Jobcenter",
                        "Caritasverband",
                        "Metallbau Yıldız")
                .stream()
                .map(it ->
                        new Member(id(it), it, it, it, "", List.of(), "", it.equals("Koordinierungsstelle"), List.of()))
                .toList();
        return Levels.of(
                new Snapshot(TODAY, members, List.of()),
                new Work(posts, List.of(), bodies, places, gatherings, attended, List.of(), List.of(), List.of()),
                TODAY);
    }

    private static Levels.Partner partner(Levels levels, String name) {
        return levels.partners().stream()
                .filter(it -> it.member().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void works(String organisation, String person, @Nullable Level level, @Nullable LocalDate until) {
        posts.add(new Work.Post(id(person), id(organisation), level, null, until));
    }

    private UUID met(LocalDate on, boolean cancelled) {
        var id = id("meeting of " + on);
        gatherings.add(new Work.Gathering(id, "AG Module", null, false, on, cancelled, null));
        return id;
    }

    private void there(UUID gathering, String organisation, String person) {
        attended.add(new Work.Attended(gathering, id(organisation), id(person)));
    }

    private Work.Body body(String name, boolean plenary) {
        var body = new Work.Body(id(name), name, plenary, false, YEARS_AGO, null);
        bodies.add(body);
        return body;
    }

    private void sits(Work.Body body, String organisation, String person) {
        places.add(new Work.Place(body.id(), id(organisation), id(person), "MEMBER", YEARS_AGO, null));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
