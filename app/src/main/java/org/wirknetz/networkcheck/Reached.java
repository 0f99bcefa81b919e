package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.InformationReach;

/// Whom the circulars of twelve months reached (M12). An organisation is reached when somebody there says so; that is
/// voluntary, so this is the least.
///
/// @param circulars the newest first
/// @param day up to which is known who was reached
public record Reached(List<Circular> circulars, LocalDate day) {

    /// @param withinDays the days in which an answer was asked for
    public record Circular(UUID id, String subject, LocalDate sentOn, int withinDays, InformationReach reach) {

        /// Whether there was all the time to answer that had been given; before, silence says nothing.
        public boolean isOver(LocalDate day) {
            return sentOn.plusDays(withinDays).isBefore(day);
        }

        public int inTime() {
            return reach.within(withinDays);
        }

        public int addressed() {
            return reach.within(Integer.MAX_VALUE) + reach.open();
        }
    }

    private record Line(
            UUID id,
            String subject,
            LocalDate sentOn,
            int withinDays,
            UUID organisation,
            @Nullable Integer days) {

        /// What was confirmed later was open then.
        Line asOf(LocalDate day) {
            return days == null || !sentOn.plusDays(days).isAfter(day)
                    ? this
                    : new Line(id, subject, sentOn, withinDays, organisation, null);
        }
    }

    public Reached {
        circulars = List.copyOf(circulars);
    }

    /// What the reader may know of circulars, up to a day.
    public static final class Known {

        private static final int YEARS = 5;

        private final List<Line> lines;

        private Known(List<Line> lines) {
            this.lines = lines;
        }

        public static Known of(JdbcClient db, LocalDate day) {
            return new Known(db.sql("""
                            select c.id, c.subject, (c.sent_at at time zone 'Europe/Berlin')::date as sent_on, c.within_days, a.organisation,
                                   min((a.acknowledged_at at time zone 'Europe/Berlin')::date
                                       - (c.sent_at at time zone 'Europe/Berlin')::date) as days
                              from newsletter.circular_card c
                              join newsletter.acknowledgement_card a on a.network = c.network and a.circular = c.id
                             where c.network = platform.network() and a.organisation is not null
                               and (c.sent_at at time zone 'Europe/Berlin')::date > cast(:since as date)
                               and (c.sent_at at time zone 'Europe/Berlin')::date <= :day
                             group by c.id, c.subject, c.sent_at, c.within_days, a.organisation
                             order by c.sent_at desc, c.id
                            """)
                    .param("day", day)
                    .param("since", day.minusYears(YEARS))
                    .query(Line.class)
                    .list());
        }

        /// Of the twelve months up to the day.
        ///
        /// @param gone as if this organisation had not been written to; null for all
        public Reached on(LocalDate day, @Nullable UUID gone) {
            var byCircular = new LinkedHashMap<UUID, List<Line>>();
            for (var line : lines) {
                if (line.sentOn().isAfter(day) || !line.sentOn().isAfter(day.minusYears(1))) continue;
                if (line.organisation().equals(gone)) continue;
                byCircular
                        .computeIfAbsent(line.id(), circular -> new ArrayList<>())
                        .add(line.asOf(day));
            }
            return new Reached(
                    byCircular.values().stream().map(Reached::circular).toList(), day);
        }
    }

    public static Reached of(JdbcClient db, LocalDate day) {
        return Known.of(db, day).on(day, null);
    }

    private static Circular circular(List<Line> lines) {
        var first = lines.getFirst();
        var days = lines.stream()
                .map(Line::days)
                .filter(Objects::nonNull)
                .mapToInt(it -> Math.max(0, it))
                .toArray();
        return new Circular(
                first.id(),
                first.subject(),
                first.sentOn(),
                first.withinDays(),
                InformationReach.of(lines.size(), days));
    }

    /// Those whose time to answer is over: they alone are counted.
    public List<Circular> over() {
        return circulars.stream().filter(it -> it.isOver(day)).toList();
    }

    /// How many there is still time to answer.
    public int running() {
        return circulars.size() - over().size();
    }

    public int inTime() {
        return over().stream().mapToInt(Circular::inTime).sum();
    }

    public int addressed() {
        return over().stream().mapToInt(Circular::addressed).sum();
    }
}
