package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What belonging to the network gave one partner in a year, and what it gave (F18): what both have confirmed, what the
/// office brought about, what is made and agreed together. Row-level security leaves out what the reader may not see.
///
/// @param undated confirmed favours of which nobody knows the day: they are in no year
public record MembershipValue(
        int year,
        List<Favour> received,
        List<Favour> given,
        int undated,
        List<Introduction> introductions,
        List<Joint> products,
        List<Agreed> agreements) {

    /// @param other the other side
    public record Favour(
            UUID id,
            boolean receives,
            String other,
            String kind,
            LocalDate on,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal effort) {
        public HoursBand band() {
            return HoursBand.of(hours, effort);
        }
    }

    /// @param asked this organisation had the need; else it could help
    public record Introduction(UUID id, boolean asked, String other, LocalDate on, boolean helped) {}

    /// A product that others have a part in, and what more comes of it together than alone; null where an estimate of
    /// one of
    /// them is missing.
    ///
    /// @param sources who estimated
    public record Joint(
            UUID id,
            String name,
            String stage,
            int partners,
            @Nullable String outcome,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String sources) {}

    /// @param supportive for something wanted together, such as money: a joint bid
    public record Agreed(UUID id, String title, LocalDate since, boolean supportive) {}

    public HoursBand hoursReceived() {
        return HoursBand.sum(received.stream().map(Favour::band).toList());
    }

    public HoursBand hoursGiven() {
        return HoursBand.sum(given.stream().map(Favour::band).toList());
    }

    public long helped() {
        return introductions.stream().filter(Introduction::helped).count();
    }

    public long bids() {
        return agreements.stream().filter(Agreed::supportive).count();
    }

    public boolean empty() {
        return received.isEmpty()
                && given.isEmpty()
                && introductions.isEmpty()
                && products.isEmpty()
                && agreements.isEmpty();
    }

    public static MembershipValue of(JdbcClient db, UUID organisation, int year) {
        var read = new MembershipReading(db, organisation, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        var favours = read.favours();
        return new MembershipValue(
                year,
                favours.stream().filter(Favour::receives).toList(),
                favours.stream().filter(it -> !it.receives()).toList(),
                read.undated(),
                read.introductions(),
                read.products(),
                read.agreements());
    }
}
