package org.wirknetz.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who gave whom how much, pair by pair (M10, F1).
///
/// Amounts are hours or effort points, one unit throughout. Without a half-life every favour counts in full;
/// with one it counts `0.5^(age / halfLife)`. Never to be published as a list of debts.
///
/// Cost O(favours). Balances are undefined where nothing was given or received. Source: Gouldner (1960) for the
/// norm.
public final class Favours {
    /// A pair is reminded above this imbalance …
    public static final double REMINDER_IMBALANCE = 0.6;
    /// … from this volume …
    public static final double REMINDER_VOLUME = 8;
    /// … when its oldest entry is older than so many months.
    public static final int REMINDER_MONTHS = 6;

    private static final double DAYS_A_MONTH = 365.2425 / 12;

    /// Something one did for another. A favour without a date counts in full at any date, and never as old.
    public record Favour(
            String giver,
            String receiver,
            double amount,
            boolean requested,
            @Nullable LocalDate on) {
        public Favour {
            if (giver.equals(receiver)) throw new RefusedInput(RefusedInput.Reason.LOOP, giver, receiver);
            if (!(amount > 0 && amount <= Amount.MOST))
                throw new RefusedInput(RefusedInput.Reason.BAD_STRENGTH, giver, receiver, amount);
        }
    }

    /// What went both ways between two; `given` from `one` to `other`. `reminder` says that rule F1 asks for a
    /// return: among the requested favours alone the imbalance is above 0.6, the volume at least 8 and the
    /// oldest older than six months.
    public record Balance(String one, String other, double given, double received, boolean reminder) {
        /// |given − received| / (given + received)
        public double imbalance() {
            return Math.abs(given - received) / (given + received);
        }
    }

    private final List<Favour> favours;
    private final LocalDate asOf;
    private final OptionalDouble halfLifeMonths;

    private Favours(List<Favour> favours, LocalDate asOf, OptionalDouble halfLifeMonths) {
        this.favours = favours;
        this.asOf = asOf;
        this.halfLifeMonths = halfLifeMonths;
    }

    /// Favours dated after `asOf` do not count.
    public static Favours of(Collection<Favour> favours, LocalDate asOf) {
        return new Favours(
                favours.stream()
                        .filter(favour -> favour.on() == null || !favour.on().isAfter(asOf))
                        .toList(),
                asOf,
                OptionalDouble.empty());
    }

    /// Only those of the last so many months, and those without a date: a return may take its time, but not for
    /// ever.
    public Favours withinMonths(int months) {
        var from = asOf.minusMonths(months);
        return new Favours(
                favours.stream()
                        .filter(favour -> favour.on() == null || favour.on().isAfter(from))
                        .toList(),
                asOf,
                halfLifeMonths);
    }

    public Favours fading(double halfLifeMonths) {
        if (!(halfLifeMonths > 0) || Double.isInfinite(halfLifeMonths))
            throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The half-life in months", halfLifeMonths, 0);
        return new Favours(favours, asOf, OptionalDouble.of(halfLifeMonths));
    }

    /// Every pair with a favour, sorted by key; `one` sorts before `other`.
    public List<Balance> balances() {
        var byPair = new TreeMap<String, Map<String, List<Favour>>>();
        for (var favour : favours) {
            boolean forward = favour.giver().compareTo(favour.receiver()) < 0;
            byPair.computeIfAbsent(forward ? favour.giver() : favour.receiver(), key -> new TreeMap<>())
                    .computeIfAbsent(forward ? favour.receiver() : favour.giver(), key -> new ArrayList<>())
                    .add(favour);
        }
        var balances = new ArrayList<Balance>();
        byPair.forEach((one, others) -> others.forEach((other, between) -> balances.add(balance(one, other, between))));
        return List.copyOf(balances);
    }

    /// (given − received) / (given + received) of each organisation: +1 only gives, −1 only receives.
    public Map<String, Double> ofEach() {
        var given = new TreeMap<String, Double>();
        var received = new TreeMap<String, Double>();
        for (var favour : favours) {
            given.merge(favour.giver(), worth(favour), Double::sum);
            received.merge(favour.receiver(), worth(favour), Double::sum);
        }
        var all = new TreeMap<>(given);
        all.putAll(received);
        var balances = new LinkedHashMap<String, Double>();
        for (var key : all.keySet()) {
            double out = given.getOrDefault(key, 0.0), in = received.getOrDefault(key, 0.0);
            balances.put(key, (out - in) / (out + in));
        }
        return balances;
    }

    private Balance balance(String one, String other, List<Favour> between) {
        double given = sum(between, one), received = sum(between, other);
        var requested = between.stream().filter(Favour::requested).toList();
        double there = sum(requested, one), back = sum(requested, other);
        boolean old = requested.stream().anyMatch(this::isOld);
        boolean reminder =
                old && there + back >= REMINDER_VOLUME && Math.abs(there - back) / (there + back) > REMINDER_IMBALANCE;
        return new Balance(one, other, given, received, reminder);
    }

    private boolean isOld(Favour favour) {
        return favour.on() != null && favour.on().isBefore(asOf.minusMonths(REMINDER_MONTHS));
    }

    private double sum(List<Favour> favours, String giver) {
        double sum = 0;
        for (var favour : favours) if (favour.giver().equals(giver)) sum += worth(favour);
        return sum;
    }

    private double worth(Favour favour) {
        if (halfLifeMonths.isEmpty() || favour.on() == null) return favour.amount();
        double months = ChronoUnit.DAYS.between(favour.on(), asOf) / DAYS_A_MONTH;
        // Never quite nothing, so that a pair keeps its direction however long ago it was.
        return Math.max(Double.MIN_NORMAL, favour.amount() * Math.pow(0.5, months / halfLifeMonths.getAsDouble()));
    }
}
