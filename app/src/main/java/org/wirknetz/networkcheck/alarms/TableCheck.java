package org.wirknetz.networkcheck.alarms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.PersonalContacts.Actor;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.CheckResult;
import org.wirknetz.networkcheck.check.CheckWords;
import org.wirknetz.networkcheck.check.Following;
import org.wirknetz.networkcheck.check.MeasureId;
import org.wirknetz.networkcheck.check.NetworkCheck;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Courses;

/// The check of tables with what the rules of the alarms find in them, before anybody has answered: fission (F4), key
/// persons (F3), leadership only (F5), silent partners (C7.3), and its measures beside their past and chance. The other
/// rules speak in the check itself, or ask for
/// what no table holds (docs/decisions/0298).
public final class TableCheck {

    private static final Tuning UNANSWERED = new Tuning(Map.of());

    private final CheckInput input;
    private final CheckResult check;
    private final TableNetwork network;

    private TableCheck(CheckInput input) {
        this.input = input;
        this.check = NetworkCheck.of(input);
        this.network = new TableNetwork(input.tables(), check.network().coordinator());
    }

    public static CheckResult of(CheckInput input) {
        return new TableCheck(input).result();
    }

    private CheckResult result() {
        var said = new ArrayList<>(check.signals());
        var words = new AlarmWords(new TableSaying(input.locale()), new TableCalled(network.names()));
        var periods = new CheckWords(input.locale());
        var keys = network.keys();
        for (var alarm : raised())
            said.add(words.signal(
                    alarm,
                    subject(alarm, keys),
                    periods.say("check.signal.money.period", periods.day(alarm.from()), periods.day(alarm.to()))));
        return check.saying(said).beside(courses());
    }

    /// Without a day in any tie the network of the past would be that of today.
    private Map<MeasureId, Course> courses() {
        var courses = Following.of(Courses.of(network.chronicle(), input.asOf(), true, Effort.full()), Map.of());
        boolean dated =
                input.tables().ties().stream().anyMatch(it -> it.period().dated());
        if (!dated) courses.replaceAll((measure, course) -> course.ofTheDay());
        return courses;
    }

    private static List<String> subject(Alarm alarm, Map<UUID, String> keys) {
        var about = alarm.rule() == Rule.FISSION ? alarm.about() : Set.of(UUID.fromString(alarm.subject()));
        return about.stream()
                .map(it -> keys.getOrDefault(it, ""))
                .filter(it -> !it.isEmpty())
                .sorted()
                .toList();
    }

    private List<Alarm> raised() {
        var facts = facts();
        var people = new People(facts, UNANSWERED);
        var alarms = new ArrayList<Alarm>();
        // That one tie alone holds a part of the network is said by the check already (M4).
        new Fission(facts.chronicle(), 0, facts.drawn())
                .on(facts.day()).stream()
                        .filter(it -> !it.variant().equals(Fission.ON_ONE_TIE))
                        .forEach(alarms::add);
        people.keyPersons().stream().limit(People.MOST_PEOPLE).forEach(alarms::add);
        alarms.addAll(people.leaders());
        alarms.addAll(new Presence(facts, UNANSWERED).silent());
        alarms.sort(Comparator.comparing(Alarm::rule)
                .thenComparing(Comparator.comparingDouble(Alarm::figure).reversed())
                .thenComparing(Alarm::subject));
        return alarms;
    }

    private Facts facts() {
        var day = input.asOf();
        var chronicle = network.chronicle();
        var snapshot = chronicle.asOf(day);
        var graph = snapshot.graph();
        var work = network.work();
        return new Facts(
                chronicle,
                new Drawn(Drawn.past(chronicle, day), snapshot, graph, closer()),
                work,
                known(work, snapshot, graph),
                day,
                List.of(),
                new Neutrality(0, OptionalDouble.empty(), List.of()),
                Livelihood.of(List.of(), day),
                List.of());
    }

    private List<List<String>> closer() {
        return check.communities().stream()
                .filter(it -> it.members().size() > 1)
                .map(it -> it.members().stream()
                        .map(key -> TableNetwork.organisation(key).toString())
                        .toList())
                .toList();
    }

    /// Whoever acts for two tied organisations carries the tie (docs/decisions/0043). Where the tables tell of groups,
    /// leaders are looked for in each of them, else in the whole network.
    private Acquaintances known(Work work, Snapshot snapshot, Graph graph) {
        var day = input.asOf();
        var acting = work.postsOn(day).stream()
                .collect(Collectors.groupingBy(it -> it.organisation().toString()));
        var all = PersonalContacts.across(graph, it -> actors(acting.getOrDefault(it, List.of()), false));
        var levelled = PersonalContacts.across(graph, it -> actors(acting.getOrDefault(it, List.of()), true));
        var whole = new Work.Body(TableNetwork.group(""), input.name(), false, false, java.time.LocalDate.MIN, null);
        var people = new HashSet<UUID>();
        work.postsOn(day).forEach(it -> people.add(it.person()));
        return new Acquaintances(
                all,
                levelled,
                work.places().isEmpty()
                        ? Map.of(whole, levelled)
                        : Acquaintances.of(work, snapshot.byId().keySet(), day).byBody(),
                people.size(),
                0);
    }

    private static List<Actor> actors(List<Work.Post> posts, boolean levelled) {
        return posts.stream()
                .filter(it -> !levelled || it.level() != null)
                .map(it -> new Actor(
                        it.person().toString(),
                        it.organisation().toString(),
                        it.level() == null ? Level.ADMINISTRATION : it.level()))
                .distinct()
                .toList();
    }
}
