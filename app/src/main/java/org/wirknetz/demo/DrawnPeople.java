package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Person;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.DemoNetwork.RoleChange;

/// People and their positions: the named cast first, then as many more as the frame says, at least one leader
/// in every
/// organisation. Nothing about gender or origin is drawn, because nothing of it may be stored.
final class DrawnPeople {
    private static final double DAYS_PER_YEAR = 365.25;

    private final Setting setting;
    private final Draw draw;
    private final List<Organisation> organisations;
    private final DrawnNames names;
    private final List<Row> cast;
    private final List<Row> titles = DataFile.rows("functions.csv");
    private final List<Person> people = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<RoleChange> changes = new ArrayList<>();

    DrawnPeople(Setting setting, List<Organisation> organisations) {
        this.setting = setting;
        this.draw = setting.draw();
        this.organisations = organisations.stream()
                .filter(it -> it.block() != DrawnOrganisations.SURROUNDINGS)
                .toList();
        this.cast = setting.rows("cast.csv");
        this.names = new DrawnNames(draw);
        cast.forEach(row -> names.reserve(row.text("key")));
    }

    Staff draw() {
        var counts = counts();
        for (var organisation : organisations) staff(organisation, counts.getOrDefault(organisation.key(), 0));
        storyChange();
        new DrawnChanges(setting, positions, changes, this::isCast).draw(organisations);
        secondRoles();
        return new Staff(List.copyOf(people), List.copyOf(positions), List.copyOf(changes));
    }

    private Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        int most = setting.whole("contacts_max");
        for (var one : organisations) {
            int drawn = Math.min(most, 1 + draw.poisson(setting.number("contacts_mean")));
            counts.put(one.key(), Math.max(drawn, least(one.key())));
        }
        int surplus = counts.values().stream().mapToInt(it -> it).sum() - setting.whole("people");
        for (; surplus > 0; surplus--)
            counts.merge(
                    organisations.stream()
                            .map(Organisation::key)
                            .filter(key -> counts.getOrDefault(key, 0) > least(key))
                            .max(Comparator.comparingInt(key -> counts.getOrDefault(key, 0)))
                            .orElseThrow(),
                    -1,
                    Integer::sum);
        for (; surplus < 0; surplus++)
            counts.merge(
                    draw.pick(organisations.stream()
                            .map(Organisation::key)
                            .filter(key -> counts.getOrDefault(key, 0) < most)
                            .toList()),
                    1,
                    Integer::sum);
        return counts;
    }

    /// The cast, and a leader where the cast has none.
    private int least(String organisation) {
        var known = castOf(organisation);
        return led(known) ? known.size() : known.size() + 1;
    }

    private static boolean led(List<Row> cast) {
        return cast.stream().anyMatch(row -> row.text("level").equals("LEADERSHIP"));
    }

    private List<Row> castOf(String organisation) {
        return cast.stream()
                .filter(row -> row.text("organisation").equals(organisation))
                .toList();
    }

    private boolean isCast(String person) {
        return cast.stream().anyMatch(row -> row.text("key").equals(person));
    }

    private void staff(Organisation organisation, int count) {
        var known = castOf(organisation.key());
        for (var row : known) {
            var name = new DrawnNames.Name(row.text("given_name"), row.text("family_name"));
            add(row.text("key"), name, organisation, row.text("title"), Level.valueOf(row.text("level")), row.term());
        }
        boolean led = led(known);
        for (int i = known.size(); i < count; i++) {
            var level = led ? Level.valueOf(draw.weighted("further-level")) : Level.LEADERSHIP;
            led = true;
            var name = names.next();
            add(name.key(), name, organisation, title(organisation, level), level, new Term(began(), null));
        }
    }

    private LocalDate began() {
        double days = 30 + draw.exponential(setting.number("tenure_mean_years")) * DAYS_PER_YEAR;
        return setting.start().minusDays(Math.min((long) days, 12_000)).withDayOfMonth(1);
    }

    private String title(Organisation organisation, Level level) {
        var main = organisation.groups().getFirst();
        var own = titles.stream()
                .filter(row -> row.text("level").equals(level.name()))
                .filter(row -> row.text("group").equals(main))
                .toList();
        var general = titles.stream()
                .filter(row -> row.text("level").equals(level.name()))
                .filter(row -> row.text("group").equals("*"))
                .toList();
        return draw.pick(own.isEmpty() ? general : own).text("title");
    }

    private void add(
            String key, DrawnNames.Name name, Organisation organisation, String title, Level level, Term term) {
        var email = DrawnNames.plain(name.given()) + "." + DrawnNames.plain(name.family()) + "@" + organisation.key()
                + ".example";
        people.add(new Person(
                setting.id("person", key),
                key,
                name.given(),
                name.family(),
                email,
                setting.phone(setting.whole("phone_people") + people.size())));
        position(key, organisation.key(), title, level, term);
    }

    private void position(String person, String organisation, String title, Level level, Term term) {
        var id = setting.id("position", person + "/" + organisation);
        positions.add(new Position(id, person, organisation, title, level, term));
    }

    /// The change of the key person is told by the files alone, without a handover.
    private void storyChange() {
        for (var person : setting.story("S4", "person")) {
            var successor = setting.story("S4", "successor").getFirst();
            var left = positionOf(person).term().end();
            var followed = positionOf(successor).term().from();
            changes.add(new RoleChange(
                    setting.story("S4", "organisation").getFirst(), person, successor, left, followed, false));
        }
    }

    private Position positionOf(String person) {
        return positions.stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private void secondRoles() {
        for (var row : setting.rows("second-roles.csv")) {
            var choices = positions.stream()
                    .filter(it -> it.organisation().equals(row.text("person_from")))
                    .filter(it -> it.term().running() && roles(it.person()) == 1)
                    .toList();
            var first = draw.pick(choices);
            var began = first.term().from();
            position(
                    first.person(),
                    row.text("organisation"),
                    row.text("title"),
                    Level.valueOf(row.text("level")),
                    new Term(began.isAfter(row.day("from")) ? began : row.day("from"), null));
        }
    }

    private long roles(String person) {
        return positions.stream().filter(it -> it.person().equals(person)).count();
    }
}
