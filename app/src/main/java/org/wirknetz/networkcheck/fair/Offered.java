package org.wirknetz.networkcheck.fair;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.OfferedDays;

/// Who competes and by how much: all who offer something to one topic, each with an amount in the same unit. An
/// amount counts by the days of the twelve months on which it was offered, so that a renewed offer counts once. Of
/// several
/// topics the one with the most such partners.
///
/// @param topic as the offers write it
/// @param amounts by organisation
public record Offered(String topic, String unit, Map<UUID, Double> amounts) {

    private record Offer(
            UUID organisation,
            String topics,
            @Nullable BigDecimal amount,
            @Nullable String unit,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /// What the offers to one topic have said.
    private static final class Sum {
        private final Map<UUID, Double> amounts = new TreeMap<>();
        private final Set<String> units = new HashSet<>();
        private final String written;

        Sum(String written) {
            this.written = written;
        }

        void add(Offer offer, double there) {
            var amount = offer.amount();
            var unit = offer.unit();
            units.add(amount == null || unit == null ? "" : unit);
            if (amount != null) amounts.merge(offer.organisation(), amount.doubleValue() * there, Double::sum);
        }

        boolean isComparable() {
            return units.size() == 1 && !units.contains("") && amounts.size() > 1;
        }
    }

    private static double there(Offer offer, LocalDate day) {
        return OfferedDays.share(offer.validFrom(), offer.validTo(), day);
    }

    /// Null where no two partners can be compared.
    static @Nullable Offered of(JdbcClient db, Set<UUID> members, LocalDate day) {
        var sums = new TreeMap<String, Sum>();
        db.sql("""
                        select organisation, topics, amount, unit, valid_from, valid_to from exchange.listing_card
                         where network = platform.network() and sort in ('OFFER', 'RESOURCE', 'COMPETENCE')
                           and (valid_from is null or valid_from <= :day)
                           and (valid_to is null or valid_to > cast(:day as date) - interval '1 year')
                         order by id
                        """).param("day", day).query(Offer.class).list().stream()
                .filter(it -> members.contains(it.organisation()))
                .filter(it -> there(it, day) > 0)
                .forEach(offer -> Arrays.stream(offer.topics().split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .forEach(it -> sums.computeIfAbsent(it.toLowerCase(Locale.GERMAN), topic -> new Sum(it))
                                .add(offer, there(offer, day))));
        return sums.values().stream()
                .filter(Sum::isComparable)
                .max(Comparator.<Sum>comparingInt(it -> it.amounts.size())
                        .thenComparing(it -> it.written, Comparator.reverseOrder()))
                .map(it -> new Offered(it.written, it.units.iterator().next(), Map.copyOf(it.amounts)))
                .orElse(null);
    }
}
