package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who was introduced as a helper within twelve months, beside what would be their share (M11). An introduction is
/// known
/// to the two and to the office: only the office reads this. Compared are those who
/// compete: all who offer something to the topic with the most introductions, by how much they offer where all of them
/// say
/// so in one unit (each offer by its days, so that a renewed one counts once), alike otherwise. Where no topic has
/// enough introductions: all who offer anything, alike.
///
/// @param topic as the offers write it; null for all
/// @param unit in which the shares are counted; null where all are alike
/// @param whole how many of that unit are offered
public record Referrals(
        @Nullable String topic,
        @Nullable String unit,
        int whole,
        Map<UUID, Integer> counts,
        Map<UUID, Double> reference) {

    /// The measure itself.
    public Neutrality neutrality() {
        return Neutrality.of(counts, reference);
    }

    private record Offer(
            UUID id,
            UUID organisation,
            String sort,
            String topics,
            @Nullable BigDecimal amount,
            String unit,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        /// For which share of the twelve months up to the day it could be asked for.
        double there(LocalDate day) {
            return OfferedDays.share(validFrom, validTo, day);
        }

        Set<String> about() {
            return Arrays.stream(topics.split(","))
                    .map(it -> it.strip().toLowerCase(Locale.GERMAN))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    private record Introduced(UUID helper, UUID offer, LocalDate sentOn) {}

    /// What the reader may know of offers and introductions, up to a day.
    public static final class Known {

        private static final int YEARS = 5;

        private final List<Offer> offers;
        private final List<Introduced> introduced;

        private Known(List<Offer> offers, List<Introduced> introduced) {
            this.offers = offers;
            this.introduced = introduced;
        }

        public static Known of(JdbcClient db, LocalDate day) {
            var offers = db.sql("""
                            select id, organisation, sort, topics, amount, unit, valid_from, valid_to from exchange.listing_card
                             where network = platform.network() and sort in ('OFFER', 'RESOURCE', 'COMPETENCE')
                               and (valid_from is null or valid_from <= :day)
                               and (valid_to is null or valid_to > cast(:since as date))
                            """)
                    .param("day", day)
                    .param("since", day.minusYears(YEARS))
                    .query(Offer.class)
                    .list();
            var introduced = db.sql("""
                            select helper, offer, (sent_at at time zone 'Europe/Berlin')::date as sent_on
                              from exchange.introduction_card
                             where network = platform.network()
                               and (sent_at at time zone 'Europe/Berlin')::date > cast(:since as date)
                               and (sent_at at time zone 'Europe/Berlin')::date <= :day
                            """)
                    .param("day", day)
                    .param("since", day.minusYears(YEARS))
                    .query(Introduced.class)
                    .list();
            return new Known(offers, introduced);
        }

        /// Of the twelve months up to the day.
        ///
        /// @param members others are not eligible
        public Referrals on(Set<UUID> members, LocalDate day) {
            var there = there(members, day);
            var sent = sent(day);
            return amongCompetitors(there, sent, day).orElseGet(() -> Referrals.amongAll(there, sent));
        }

        /// As [#on], beside all who offer anything, whatever the topic.
        public Referrals amongAll(Set<UUID> members, LocalDate day) {
            return Referrals.amongAll(there(members, day), sent(day));
        }

        private List<Offer> there(Set<UUID> members, LocalDate day) {
            return offers.stream()
                    .filter(it -> it.there(day) > 0 && members.contains(it.organisation()))
                    .toList();
        }

        private List<Introduced> sent(LocalDate day) {
            return introduced.stream()
                    .filter(it -> it.sentOn().isAfter(day.minusYears(1))
                            && !it.sentOn().isAfter(day))
                    .toList();
        }
    }

    /// Of the twelve months up to the day.
    ///
    /// @param members others are not eligible
    public static Referrals of(JdbcClient db, Set<UUID> members, LocalDate day) {
        return Known.of(db, day).on(members, day);
    }

    private static Optional<Referrals> amongCompetitors(
            List<Offer> offers, List<Introduced> introduced, LocalDate day) {
        var byId = offers.stream().collect(Collectors.toMap(Offer::id, it -> it));
        var cases = new TreeMap<String, Integer>();
        for (var one : introduced) {
            var offer = byId.get(one.offer());
            if (offer != null) offer.about().forEach(it -> cases.merge(it, 1, Integer::sum));
        }
        return cases.entrySet().stream()
                .filter(it -> it.getValue() >= Neutrality.FEWEST)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(it -> to(it.getKey(), offers, introduced, day))
                .filter(it -> it.reference().size() > 1);
    }

    private static Referrals to(String topic, List<Offer> all, List<Introduced> introduced, LocalDate day) {
        var offers = all.stream().filter(it -> it.about().contains(topic)).toList();
        var ids = offers.stream().map(Offer::id).collect(Collectors.toSet());
        var counts = counts(
                introduced.stream().filter(it -> ids.contains(it.offer())).toList());
        var units =
                offers.stream().map(it -> it.amount() == null ? "" : it.unit()).collect(Collectors.toSet());
        boolean counted = units.size() == 1 && !units.contains("");
        var reference = new HashMap<UUID, Double>();
        for (var offer : offers) {
            var amount = offer.amount();
            if (counted && amount != null)
                reference.merge(offer.organisation(), amount.doubleValue() * offer.there(day), Double::sum);
            else reference.put(offer.organisation(), 1.0);
        }
        double whole = reference.values().stream().mapToDouble(it -> it).sum();
        return new Referrals(
                written(topic, offers),
                counted ? units.iterator().next() : null,
                (int) Math.round(whole),
                counts,
                reference);
    }

    private static String written(String topic, List<Offer> offers) {
        return offers.stream()
                .flatMap(it -> Arrays.stream(it.topics().split(",")))
                .map(String::strip)
                .filter(it -> it.toLowerCase(Locale.GERMAN).equals(topic))
                .findFirst()
                .orElse(topic);
    }

    private static Referrals amongAll(List<Offer> offers, List<Introduced> introduced) {
        var reference = new HashMap<UUID, Double>();
        offers.stream().filter(it -> it.sort().equals("OFFER")).forEach(it -> reference.put(it.organisation(), 1.0));
        return new Referrals(null, null, reference.size(), counts(introduced), reference);
    }

    private static Map<UUID, Integer> counts(List<Introduced> introduced) {
        return introduced.stream().collect(Collectors.toMap(Introduced::helper, it -> 1, Integer::sum));
    }
}
