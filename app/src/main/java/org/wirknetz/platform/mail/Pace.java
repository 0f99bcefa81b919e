package org.wirknetz.platform.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How fast mail may go to one host, and in all; per node. A host that says it is too much rests, longer each
/// time.
final class Pace {

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final int HOSTS_REMEMBERED = 5_000;

    private final long perHost;
    private final long perMail;
    private final Map<String, Long> freeAt = new HashMap<>();
    private final Map<String, Integer> complaints = new HashMap<>();
    private long allFreeAt;

    /// @param hostMinute mails a minute to one host, 0 for no limit
    /// @param minute mails a minute in all, 0 for no limit
    Pace(int hostMinute, int minute) {
        this.perHost = hostMinute <= 0 ? 0 : Duration.ofMinutes(1).toNanos() / hostMinute;
        this.perMail = minute <= 0 ? 0 : Duration.ofMinutes(1).toNanos() / minute;
    }

    /// Takes one place in the row, if there is one at this moment (nanoseconds of a clock that only runs
    /// forward).
    synchronized boolean take(String host, long now) {
        if (perMail > 0 && allFreeAt - now > 0) return false;
        var free = freeAt.get(host);
        if (free != null && free - now > 0) return false;
        if (perMail > 0) allFreeAt = now + perMail;
        if (perHost > 0) freeAt.put(host, now + perHost);
        return true;
    }

    synchronized void tooMuch(String host, long now) {
        int times = complaints.merge(host, 1, Integer::sum);
        long rest = Math.min(LONGEST_REST.toNanos(), FIRST_REST.toNanos() << Math.min(times - 1, 10));
        freeAt.put(host, now + rest);
    }

    synchronized void wentWell(String host) {
        if (!complaints.isEmpty()) complaints.remove(host);
    }

    synchronized Set<String> resting(long now) {
        if (freeAt.size() > HOSTS_REMEMBERED) freeAt.values().removeIf(it -> it - now <= 0);
        return freeAt.entrySet().stream()
                .filter(it -> it.getValue() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// How long to wait when nothing could go: until the next place in a row that is known, at most `longest`.
    synchronized Duration pause(long now, Duration longest) {
        long next = perMail > 0 && allFreeAt - now > 0 ? allFreeAt - now : longest.toNanos();
        for (var free : freeAt.values()) if (free - now > 0) next = Math.min(next, free - now);
        return Duration.ofNanos(Math.clamp(next, 1_000_000, longest.toNanos()));
    }
}
