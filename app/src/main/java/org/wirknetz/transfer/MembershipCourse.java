package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.MemberStatus;
import org.wirknetz.platform.tables.Period;

/// How the membership of one organisation went, and what a list adds to it. A status begins on a day and closes the one
/// before; nothing that was is deleted. The same list again adds nothing.
final class MembershipCourse {

    /// @param id null while it is not stored
    record Interval(
            @Nullable UUID id,
            MemberStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return new Period(from, to).holds(day);
        }
    }

    private final List<Interval> before;
    private final List<Interval> intervals;
    private final LocalDate today;

    MembershipCourse(List<Interval> stored, LocalDate today) {
        this.before = List.copyOf(stored);
        this.intervals = new ArrayList<>(stored);
        this.today = today;
    }

    /// Those to be stored, and those to be changed.
    List<Interval> added() {
        return intervals.stream().filter(it -> it.id() == null).toList();
    }

    List<Interval> changed() {
        return intervals.stream()
                .filter(it -> it.id() != null && !before.contains(it))
                .toList();
    }

    /// What a row of a list says.
    ///
    /// @param said null where the row names no status
    /// @return the key of what a person should hear about it
    Optional<String> hear(@Nullable MemberStatus said, Period member) {
        return before.isEmpty() ? first(said, member) : further(said, member);
    }

    private Optional<String> first(@Nullable MemberStatus said, Period member) {
        var from = member.from();
        var to = member.to();
        var status = said == null ? MemberStatus.ACTIVE : said;
        return switch (status) {
            case ACTIVE -> {
                add(MemberStatus.ACTIVE, from, to);
                if (to != null) add(MemberStatus.LEFT, to, null);
                yield ended(said, to);
            }
            case DORMANT -> {
                // Since when it rests no list says; that it is so today is known.
                boolean wasActive = from != null && from.isBefore(today) && (to == null || today.isBefore(to));
                if (wasActive) add(MemberStatus.ACTIVE, from, today);
                add(MemberStatus.DORMANT, wasActive ? today : from, to);
                if (to != null) add(MemberStatus.LEFT, to, null);
                yield ended(said, to);
            }
            case LEFT -> {
                var left = to != null || from == null ? to : from.isBefore(today) ? today : from;
                if (left != null) add(MemberStatus.ACTIVE, from, left);
                add(MemberStatus.LEFT, left, null);
                yield to == null && from != null ? Optional.of("transfer.status.no-day") : Optional.empty();
            }
            case ASKED, DECLINED, GUEST -> {
                add(status, from, to);
                yield Optional.empty();
            }
        };
    }

    private Optional<String> ended(@Nullable MemberStatus said, @Nullable LocalDate to) {
        return said != null && to != null && !to.isAfter(today)
                ? Optional.of("transfer.status.ended")
                : Optional.empty();
    }

    private Optional<String> further(@Nullable MemberStatus said, Period member) {
        var to = member.to();
        if (said == MemberStatus.LEFT) return leave(to);
        if (to != null && (said == null || said == MemberStatus.ACTIVE || said == MemberStatus.DORMANT)) {
            return leave(to);
        }
        if (said == null || isOver(member) || isFuture(said, member.from())) return Optional.empty();
        return begin(said, beginning(said, member.from()));
    }

    private boolean isOver(Period member) {
        return member.to() != null && !member.to().isAfter(today);
    }

    private boolean isFuture(MemberStatus said, @Nullable LocalDate from) {
        return from != null
                && from.isAfter(today)
                && at(from).filter(it -> it.status() == said).isPresent();
    }

    /// A day of joining counts where it lies within what holds today; of a member that rests it says nothing.
    private LocalDate beginning(MemberStatus said, @Nullable LocalDate from) {
        var present = at(today).orElse(null);
        boolean told = from != null
                && said != MemberStatus.DORMANT
                && (present == null
                        ? intervals.stream().noneMatch(it -> it.holds(from))
                        : present.from() == null || from.isAfter(present.from()));
        return told ? Objects.requireNonNull(from) : today;
    }

    private Optional<String> leave(@Nullable LocalDate to) {
        var day = to == null ? today : to;
        var then = at(day).orElse(null);
        if (then != null && then.status() == MemberStatus.LEFT) {
            return to == null || to.equals(then.from()) ? Optional.empty() : Optional.of("transfer.status.other-day");
        }
        return begin(MemberStatus.LEFT, day);
    }

    private Optional<String> begin(MemberStatus status, LocalDate on) {
        var present = at(on).orElse(null);
        if (present != null && present.status() == status) return Optional.empty();
        if (intervals.stream().anyMatch(it -> it.from() != null && it.from().isAfter(on))) {
            return Optional.of("transfer.status.later");
        }
        if (present != null && on.equals(present.from())) {
            replace(present, new Interval(present.id(), status, on, null));
        } else {
            if (present != null) replace(present, new Interval(present.id(), present.status(), present.from(), on));
            intervals.add(new Interval(null, status, on, null));
        }
        return Optional.of("transfer.status.changed");
    }

    private void replace(Interval one, Interval by) {
        intervals.set(intervals.indexOf(one), by);
    }

    private Optional<Interval> at(LocalDate day) {
        return intervals.stream()
                .filter(it -> it.holds(day))
                .max(Comparator.comparing(Interval::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private void add(MemberStatus status, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || !from.equals(to)) intervals.add(new Interval(null, status, from, to));
    }
}
