package org.wirknetz.networkcheck.alarms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.platform.tables.ActivityRow;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.GroupRow;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.platform.tables.MemberRow;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.Period;

/// Tables as the rules of the alarms read a network: who belonged when and was tied to whom, who acts for whom, who
/// sits where, who was seen.
///
/// Keys of tables become ids that stay the same from run to run.
final class TableNetwork {

    private static final String SAID = "DECLARED";

    private final NetworkTables tables;
    private final @Nullable String coordinator;

    /// @param coordinator key of the coordination office on the day; null where there is none
    TableNetwork(NetworkTables tables, @Nullable String coordinator) {
        this.tables = tables;
        this.coordinator = coordinator;
    }

    static UUID organisation(String key) {
        return id("organisation", key);
    }

    static UUID person(String key) {
        return id("person", key);
    }

    static UUID group(String name) {
        return id("group", Folded.words(name));
    }

    private static UUID id(String sort, String key) {
        return UUID.nameUUIDFromBytes((sort + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }

    Chronicle chronicle() {
        return new Chronicle(
                0,
                tables.organisations().stream().map(this::member).toList(),
                tables.ties().stream()
                        .map(it -> tie(it.from(), it.to(), it.kind(), it.mutual(), it.period()))
                        .toList(),
                List.of(),
                List.of());
    }

    private Member member(OrganisationRow row) {
        return new Member(
                organisation(row.key()),
                row.key(),
                row.name(),
                row.name(),
                row.groups().isEmpty() ? "" : row.groups().getFirst(),
                row.groups(),
                row.area(),
                row.key().equals(coordinator),
                row.isMembership()
                        ? List.of(new Member.Stay(
                                row.member().from(), row.member().to()))
                        : List.of());
    }

    private static TieRecord tie(String from, String to, String kind, boolean mutual, Period period) {
        return new TieRecord(
                id("tie", from + '\n' + to + '\n' + kind),
                organisation(from),
                organisation(to),
                kind,
                null,
                mutual,
                null,
                SAID,
                period.from(),
                period.to(),
                mutual);
    }

    Work work() {
        var seen = tables.activities().stream()
                .filter(it -> it.date() != null && it.count().signum() > 0)
                .toList();
        // Without a word on attendance the others that did something would stand for all that were there.
        boolean recorded = seen.stream().anyMatch(ActivityRow::isAttendance);
        return new Work(
                posts(),
                functions(),
                bodies(),
                places(),
                recorded ? gatherings(seen) : List.of(),
                recorded ? attended(seen) : List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private List<MandateRow> mandates() {
        return tables.mandates().stream().filter(it -> !it.former()).toList();
    }

    private List<Work.Post> posts() {
        return mandates().stream()
                .map(it -> new Work.Post(
                        person(it.person()),
                        organisation(it.organisation()),
                        level(it),
                        it.period().from(),
                        it.period().to()))
                .toList();
    }

    private static @Nullable Level level(MandateRow row) {
        return row.level() == null ? null : Level.valueOf(row.level().name());
    }

    /// Tables have no deputies: whoever else acts for the organisation stands in.
    private List<Work.Function> functions() {
        var byOrganisation = new LinkedHashMap<String, List<MandateRow>>();
        for (var row : mandates())
            byOrganisation
                    .computeIfAbsent(row.organisation(), it -> new ArrayList<>())
                    .add(row);
        var functions = new ArrayList<Work.Function>();
        for (var rows : byOrganisation.values()) for (var row : rows) functions.add(function(row, rows));
        return functions;
    }

    private static Work.Function function(MandateRow row, List<MandateRow> beside) {
        return new Work.Function(
                row.function(),
                person(row.person()),
                organisation(row.organisation()),
                beside.stream()
                        .filter(it -> !it.person().equals(row.person()) && overlap(it.period(), row.period()))
                        .map(it -> person(it.person()))
                        .findFirst()
                        .orElse(null),
                row.period().from(),
                row.period().to());
    }

    private static boolean overlap(Period one, Period other) {
        return isBefore(one.from(), other.to()) && isBefore(other.from(), one.to());
    }

    private static boolean isBefore(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || from.isBefore(to);
    }

    private List<Work.Body> bodies() {
        var bodies = new LinkedHashMap<UUID, Work.Body>();
        for (var row : tables.rooms().groups())
            bodies.put(
                    group(row.name()),
                    new Work.Body(
                            group(row.name()),
                            row.name(),
                            row.sort() == GroupRow.Sort.PLENARY,
                            row.sort() == GroupRow.Sort.STEERING,
                            row.founded() == null ? LocalDate.MIN : row.founded(),
                            row.closed()));
        for (var row : tables.rooms().members())
            bodies.computeIfAbsent(
                    group(row.group()), id -> new Work.Body(id, row.group(), false, false, LocalDate.MIN, null));
        return List.copyOf(bodies.values());
    }

    private List<Work.Place> places() {
        return tables.rooms().members().stream().map(TableNetwork::place).toList();
    }

    private static Work.Place place(MemberRow row) {
        var since = row.period().from();
        return new Work.Place(
                group(row.group()),
                organisation(row.organisation()),
                row.person().isEmpty() ? null : person(row.person()),
                row.seat().name(),
                since == null ? LocalDate.MIN : since,
                row.period().to());
    }

    /// Each day on which anybody was seen is a meeting.
    private static List<Work.Gathering> gatherings(Collection<ActivityRow> seen) {
        return seen.stream()
                .map(ActivityRow::date)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(it -> new Work.Gathering(meeting(it), "", null, true, it, false, null))
                .toList();
    }

    private static List<Work.Attended> attended(Collection<ActivityRow> seen) {
        var attended = new ArrayList<Work.Attended>();
        for (var row : seen) {
            var on = row.date();
            if (on != null) attended.add(new Work.Attended(meeting(on), organisation(row.organisation()), null));
        }
        return attended;
    }

    private static UUID meeting(LocalDate on) {
        return id("meeting", on.toString());
    }

    /// What people and organisations are called.
    Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        tables.organisations().forEach(it -> names.put(organisation(it.key()), it.name()));
        tables.mandates().forEach(it -> names.put(person(it.person()), it.person()));
        tables.people().forEach(it -> names.put(person(it.key()), it.name().isEmpty() ? it.key() : it.name()));
        return names;
    }

    /// By which keys the tables know those of whom an alarm speaks.
    Map<UUID, String> keys() {
        var keys = new HashMap<UUID, String>();
        tables.organisations().forEach(it -> keys.put(organisation(it.key()), it.key()));
        tables.mandates().forEach(it -> keys.put(person(it.person()), it.person()));
        bodies().forEach(it -> keys.put(it.id(), it.name()));
        return keys;
    }
}
