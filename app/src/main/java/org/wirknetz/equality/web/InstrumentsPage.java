package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.directory.Sight;
import org.wirknetz.equality.TargetGroupLists;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Desk;

/// Instruments, target groups, and which of the one are adapted to which of the other.
///
/// @param lines by name
/// @param cells by instrument and group; nothing where it is not adapted
public record InstrumentsPage(LocalDate day, List<Group> groups, List<Line> lines, Map<Place, Cell> cells) {

    private record Kept(
            UUID id,
            @Nullable String list,
            @Nullable String key,
            @Nullable String title) {}

    /// @param own whether the network added it
    public record Group(UUID id, String title, boolean own) {}

    /// @param organisationName of the one that owns it
    /// @param personName of the one who sees to it; null also where it is not for the one who asks
    public record Line(
            UUID id,
            String kind,
            String title,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            @Nullable UUID person,
            @Nullable String personName,
            @Nullable LocalDate reviewOn,
            int version) {}

    public record Place(UUID instrument, UUID group) {}

    public enum State {
        TRIED,
        ADAPTED,
        MISSING,
        EXEMPT
    }

    /// @param reason why the group does not need it
    public record Cell(
            State state,
            @Nullable AdaptedVersion adapted,
            @Nullable String reason) {}

    private record Exempt(UUID instrument, UUID targetGroup, String reason) {}

    private static final Cell MISSING = new Cell(State.MISSING, null, null);

    static List<Group> groups(JdbcClient db, TargetGroupLists lists, Desk desk) {
        return db
                .sql(
                        "select id, list, key, title from equality.target_group order by position, platform.fold(title), id limit 100")
                .query(Kept.class)
                .list()
                .stream()
                .map(it -> new Group(it.id(), title(it, lists, desk), it.key() == null))
                .toList();
    }

    private static String title(Kept group, TargetGroupLists lists, Desk desk) {
        var key = group.key();
        var list = group.list();
        var said = key == null || list == null ? null : lists.group(list, key);
        if (said != null) return said.in(desk.locale());
        return Objects.requireNonNullElse(group.title(), String.valueOf(key));
    }

    /// Who sees to an instrument and is here no more is named to the office alone.
    static InstrumentsPage of(JdbcClient db, TargetGroupLists lists, Desk desk, Sight sight) {
        var day = desk.today();
        var lines = db.sql("""
                        select i.id, i.kind, i.title, i.organisation, o.name as organisation_name, p.id as person,
                               nullif(trim(concat_ws(' ', p.title, p.given_name, p.family_name)), '') as person_name, i.review_on, i.version
                          from equality.instrument i
                          left join directory.organisation_card o on o.network = i.network and o.id = i.organisation
                          left join directory.person_seen(:audience, cast(:own as uuid[]), :day) p on p.network = i.network and p.id = i.person
                         order by platform.fold(i.title), i.id limit 1000
                        """)
                .param("day", day)
                .param("audience", sight.audience())
                .param("own", sight.own())
                .query(Line.class)
                .list();
        var cells = new HashMap<Place, Cell>();
        db.sql("select instrument, target_group, reason from equality.exemption limit 20000")
                .query(Exempt.class)
                .list()
                .forEach(it -> cells.put(
                        new Place(it.instrument(), it.targetGroup()), new Cell(State.EXEMPT, null, it.reason())));
        for (var it : AdaptedVersion.latest(db))
            cells.put(
                    new Place(it.instrument(), it.targetGroup()),
                    new Cell(it.triedOn() == null ? State.ADAPTED : State.TRIED, it, null));
        return new InstrumentsPage(day, groups(db, lists, desk), lines, Map.copyOf(cells));
    }

    public Cell cell(Line line, Group group) {
        return cells.getOrDefault(new Place(line.id(), group.id()), MISSING);
    }

    /// How many cells are in a state; of one line where one is given, of one group where one is given.
    private long count(@Nullable Line only, @Nullable Group alone, Predicate<Cell> wanted) {
        return lines.stream()
                .filter(it -> only == null || it.id().equals(only.id()))
                .flatMap(line -> groups.stream()
                        .filter(it -> alone == null || it.id().equals(alone.id()))
                        .map(group -> cell(line, group)))
                .filter(wanted)
                .count();
    }

    private static boolean isAdapted(Cell cell) {
        return cell.state() == State.TRIED || cell.state() == State.ADAPTED;
    }

    public long needed() {
        return count(null, null, it -> it.state() != State.EXEMPT);
    }

    public long adapted() {
        return count(null, null, InstrumentsPage::isAdapted);
    }

    public long needed(Line line) {
        return count(line, null, it -> it.state() != State.EXEMPT);
    }

    public long adapted(Line line) {
        return count(line, null, InstrumentsPage::isAdapted);
    }

    public long needed(Group group) {
        return count(null, group, it -> it.state() != State.EXEMPT);
    }

    public long adapted(Group group) {
        return count(null, group, InstrumentsPage::isAdapted);
    }

    public long in(State state) {
        return count(null, null, it -> it.state() == state);
    }

    /// How many of the latest trials went like this.
    public long ended(String result) {
        return count(
                null,
                null,
                it -> it.adapted() != null
                        && it.state() == State.TRIED
                        && result.equals(it.adapted().result()));
    }

    /// As a fraction below 20 cells, else in percent; the sentence says both numbers anyway.
    ///
    /// @return -2 where nothing is needed, -1 where there is no percentage
    public double percent() {
        if (needed() == 0) return -2;
        return SizeGate.of((int) needed()).ratio(SizeGate.Kind.COUNT, (int) adapted(), (int) needed())
                        instanceof Display.Percent percent
                ? percent.rounded().doubleValue()
                : -1;
    }

    /// What was asked of the list, in the order that was asked for.
    public List<Line> shown(Asked asked, List<UUID> overdue) {
        var kind = asked.is("kind");
        return lines.stream()
                .filter(it -> kind.isEmpty() || it.kind().equals(kind))
                .filter(it -> asked.is("review").isEmpty() || overdue.contains(it.id()))
                .filter(it -> switch (asked.is("gap")) {
                    case "open" -> adapted(it) < needed(it);
                    case "none" -> adapted(it) == needed(it);
                    default -> true;
                })
                .sorted(order(asked.is("sort")))
                .toList();
    }

    private Comparator<Line> order(String sort) {
        boolean down = sort.startsWith("-");
        var at = positions();
        Comparator<Line> byName = Comparator.comparing(it -> at.getOrDefault(it.id(), 0));
        Comparator<Line> order = switch (sort.replaceFirst("^-", "")) {
            case "kind" -> Comparator.comparing(Line::kind);
            case "owner" -> Comparator.comparing(it -> folded(it.organisationName(), down));
            case "person" -> Comparator.comparing(it -> folded(it.personName(), down));
            case "review" -> Comparator.comparing(it -> review(it, down));
            case "adapted" -> Comparator.comparing(this::adapted);
            default -> byName;
        };
        return (down ? order.reversed() : order).thenComparing(byName);
    }

    /// What is missing stands last, whichever way it is sorted.
    private static String folded(@Nullable String name, boolean down) {
        if (name == null) return down ? "" : "\uffff";
        return name.toLowerCase(java.util.Locale.GERMAN);
    }

    private static LocalDate review(Line line, boolean down) {
        return Objects.requireNonNullElse(line.reviewOn(), down ? LocalDate.MIN : LocalDate.MAX);
    }

    private Map<UUID, Integer> positions() {
        var at = new HashMap<UUID, Integer>();
        for (var line : lines) at.put(line.id(), at.size());
        return at;
    }

    public Line line(UUID instrument) {
        return lines.stream()
                .filter(it -> it.id().equals(instrument))
                .findFirst()
                .orElseThrow(org.wirknetz.platform.NotFound::new);
    }

    /// @return an empty name where the group is there no more
    public String groupName(@Nullable UUID group) {
        return names().getOrDefault(group == null ? new UUID(0, 0) : group, "");
    }

    private Map<UUID, String> names() {
        return groups.stream().collect(Collectors.toMap(Group::id, Group::title));
    }
}
