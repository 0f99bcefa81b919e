package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.groups.Charter;
import org.wirknetz.groups.Circle;
import org.wirknetz.groups.GroupKind;
import org.wirknetz.groups.GroupMembers;
import org.wirknetz.groups.Part;
import org.wirknetz.groups.Quorum;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.GroupRow;
import org.wirknetz.platform.tables.MemberRow;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes bodies and working groups and who sits in them, by the rules of their room. A group of the same name that was
/// founded
/// on the same day, or is open as the one in the file is, is there already and stays as it is; so does somebody who
/// sits there.
final class GroupWriting {

    private static final Pattern SHARE =
            Pattern.compile("(mehr als|more than|>)?\\s*(\\d{1,3})\\s*/\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final Map<String, UUID> organisations;
    private final Map<String, UUID> people;
    private final Findings findings;
    private final Runnable step;
    private final List<Known> known = new ArrayList<>();
    private final List<Sitting> sitting = new ArrayList<>();

    GroupWriting(
            JdbcTemplate db,
            UUID network,
            LocalDate today,
            Map<String, UUID> organisations,
            Map<String, UUID> people,
            Findings findings,
            Runnable step) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.organisations = organisations;
        this.people = people;
        this.findings = findings;
        this.step = step;
    }

    private record Known(
            UUID id,
            String name,
            LocalDate founded,
            @Nullable LocalDate closed) {
        boolean holds(LocalDate day) {
            return !day.isBefore(founded) && (closed == null || day.isBefore(closed));
        }
    }

    private record Sitting(
            UUID group, UUID organisation, @Nullable UUID person, Part part, Period period) {

        boolean meets(Sitting other) {
            return group.equals(other.group)
                    && (period.to() == null || other.since().isBefore(period.to()))
                    && (other.period.to() == null || since().isBefore(other.period.to()));
        }

        boolean same(Sitting other) {
            return meets(other) && organisation.equals(other.organisation) && Objects.equals(person, other.person);
        }

        boolean leadsBeside(Sitting other) {
            return meets(other) && part == other.part && (part == Part.LEAD || part == Part.DEPUTY);
        }

        private LocalDate since() {
            return Objects.requireNonNull(period.from());
        }
    }

    record Counts(Count groups, Count members) {}

    Counts write(List<GroupRow> groups, List<MemberRow> members) {
        if (groups.isEmpty() && members.isEmpty()) return new Counts(Count.NONE, Count.NONE);
        read();
        return new Counts(groups(groups), members(members));
    }

    private void read() {
        db.query("select id, name, founded_on, closed_on from groups.body order by founded_on, id", row -> {
            known.add(new Known(
                    row.getObject("id", UUID.class),
                    Folded.words(row.getString("name")),
                    row.getObject("founded_on", LocalDate.class),
                    row.getObject("closed_on", LocalDate.class)));
        });
        db.query("select group_id, organisation, person, part, since, until from groups.member", row -> {
            sitting.add(new Sitting(
                    row.getObject("group_id", UUID.class),
                    row.getObject("organisation", UUID.class),
                    row.getObject("person", UUID.class),
                    Part.valueOf(row.getString("part")),
                    new Period(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class))));
        });
    }

    private Count groups(List<GroupRow> rows) {
        int added = 0;
        int unchanged = 0;
        for (var row : rows) {
            step.run();
            var name = Folded.words(row.name());
            var founded = founded(row);
            if (known.stream()
                    .anyMatch(it -> it.name().equals(name)
                            && (it.founded().equals(founded) || it.closed() == null && row.closed() == null))) {
                unchanged++;
            } else if (add(row, founded)) {
                added++;
            }
        }
        return new Count(added, 0, unchanged);
    }

    private LocalDate founded(GroupRow row) {
        if (row.founded() != null) return row.founded();
        return row.term().from() != null ? row.term().from() : today;
    }

    private boolean add(GroupRow row, LocalDate founded) {
        Charter charter;
        try {
            charter = charter(row);
            if (row.closed() != null && row.result().isBlank()) throw new Refused("groups.result-missing");
            if (row.result().length() > 10_000) throw new Refused("groups.too-long", 10_000);
            if (row.closed() != null && row.closed().isBefore(founded))
                throw new Refused("groups.closed-before-founded");
        } catch (Refused refused) {
            findings.add(Finding.error(row.at(), refused.key(), refused.values()));
            return false;
        }
        var id = UUID.randomUUID();
        var quorum = charter.quorum();
        db.update(
                """
                insert into groups.body (network, id, name, kind, purpose, mandate, expected, rules, term_from, term_to, rhythm_days,
                       quorum_numerator, quorum_denominator, quorum_above, visibility, founded_on, closed_on, result)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                network,
                id,
                charter.name(),
                charter.kind().name(),
                charter.purpose(),
                charter.mandate(),
                charter.expected(),
                charter.rules(),
                charter.termFrom(),
                charter.termTo(),
                charter.rhythmDays(),
                quorum == null ? null : quorum.numerator(),
                quorum == null ? null : quorum.denominator(),
                quorum != null && quorum.above(),
                charter.circle().name(),
                founded,
                row.closed(),
                row.closed() == null ? null : row.result());
        known.add(new Known(id, Folded.words(charter.name()), founded, row.closed()));
        return true;
    }

    private static Charter charter(GroupRow row) {
        var rhythm = row.rhythm();
        return new Charter(
                row.name(),
                GroupKind.valueOf(row.sort().name()),
                row.purpose(),
                row.mandate(),
                row.expected(),
                row.rules(),
                row.term().from(),
                row.term().to(),
                rhythm == null ? null : rhythm.intValue(),
                quorum(row.quorum()),
                Folded.word(row.visibility()).startsWith("mitgl")
                                || Folded.word(row.visibility()).startsWith("member")
                        ? Circle.MEMBERS
                        : Circle.NETWORK);
    }

    private static @Nullable Quorum quorum(String written) {
        if (written.isBlank()) return null;
        var share = SHARE.matcher(written.strip());
        if (!share.matches()) throw new Refused("groups.quorum.range");
        return new Quorum(Integer.parseInt(share.group(2)), Integer.parseInt(share.group(3)), share.group(1) != null);
    }

    private Count members(List<MemberRow> rows) {
        int added = 0;
        int unchanged = 0;
        for (var row : rows) {
            step.run();
            var organisation = organisations.get(row.organisation());
            if (organisation == null) continue; // refused by the reader
            var since = row.period().from();
            var group = group(row.group(), since);
            if (group.isEmpty()) {
                findings.add(Finding.error(row.at(), "transfer.group.unknown", row.group()));
                continue;
            }
            var seat = new Sitting(
                    group.get().id(),
                    organisation,
                    row.person().isEmpty() ? null : people.get(row.person()),
                    Part.valueOf(row.seat().name()),
                    new Period(
                            since == null ? group.get().founded() : since,
                            row.period().to()));
            if (sitting.stream().anyMatch(seat::same)) unchanged++;
            else if (add(row, seat)) added++;
        }
        return new Count(added, 0, unchanged);
    }

    /// Of two of one name the one that was there at the time, else the one founded last.
    private Optional<Known> group(String written, @Nullable LocalDate day) {
        var name = Folded.words(written);
        var named = known.stream().filter(it -> it.name().equals(name)).toList();
        return named.stream()
                .filter(it -> day != null && it.holds(day))
                .findFirst()
                .or(() -> named.stream().reduce((first, last) -> last));
    }

    private boolean add(MemberRow row, Sitting seat) {
        try {
            var checked =
                    new GroupMembers.Seat(seat.organisation(), seat.person(), seat.part(), row.votes(), seat.since());
            if (seat.period().to() != null && !seat.period().to().isAfter(checked.since()))
                throw new Refused("groups.member.turned");
            if (sitting.stream().anyMatch(seat::leadsBeside)) throw new Refused("groups.led-already");
        } catch (Refused refused) {
            findings.add(Finding.error(row.at(), refused.key(), refused.values()));
            return false;
        }
        db.update(
                """
                insert into groups.member (network, group_id, organisation, person, part, votes, since, until)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                network,
                seat.group(),
                seat.organisation(),
                seat.person(),
                seat.part().name(),
                row.votes(),
                seat.since(),
                seat.period().to());
        sitting.add(seat);
        return true;
    }
}
