package org.wirknetz.access;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down whoever keeps failing, and never locks anybody out: the wait grows per account and per subnet together,
/// per
/// account and per subnet. It is kept in the database and measured by its clock, so all nodes share it.
///
/// It counts what was typed, not who exists: it cannot tell an attacker which accounts there are.
@Component
public class Patience {

    /// Longer than this nobody is kept on the line; they are told to come back (429).
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    /// Letters of strangers to an office, of which none is a failure: a handful from one place and some dozens from
    /// everywhere are taken at once, then one an hour and one a minute.
    public static final String LETTERS = "letters";

    private final JdbcClient db;

    Patience(JdbcClient db) {
        this.db = db;
    }

    /// What is being guessed at. Sign-in, second factor, links and invitations each have their own patience.
    ///
    /// @param free failures without any wait
    /// @param first the wait after them, in milliseconds; it doubles up to `longest`
    private record Rule(String key, int free, int first, int longest) {
        long step(int strikes) {
            return strikes < free ? 0 : Math.min(longest, (long) first << Math.min(strikes - free, 20));
        }
    }

    public sealed interface Answer permits Go, Later {}

    /// @param pause before the check is made; the caller sleeps it, holding no connection
    public record Go(Duration pause) implements Answer {}

    public record Later(Duration comeBackIn) implements Answer {}

    /// Asks before a secret is checked. Counts the attempt as failed until [#forget] says otherwise.
    public Answer ask(String purpose, String whom, Client client) {
        var rules = rules(purpose, whom, client).toList();
        var ahead = rules.stream().mapToLong(this::millisUntilFree).max().orElse(0);
        if (ahead > LONGEST_WAIT.toMillis()) return new Later(Duration.ofMillis(ahead));
        if (purpose.equals(LETTERS)) {
            // Nobody sleeps here: whoever is not free at once comes later, and a crowd from one place strikes its own
            // rule
            // alone, which comes first.
            for (var rule : rules) {
                long pause = strike(rule);
                if (pause > 0) return new Later(Duration.ofMillis(pause));
            }
            return new Go(Duration.ZERO);
        }
        return new Go(
                Duration.ofMillis(rules.stream().mapToLong(this::strike).max().orElse(0)));
    }

    /// Asks, and waits where a wait is due.
    ///
    /// @throws TooManyAttempts when it would be too long
    public void askAndWait(String purpose, String whom, Client client) {
        switch (ask(purpose, whom, client)) {
            case Later(var comeBackIn) -> throw new TooManyAttempts(comeBackIn);
            case Go(var pause) -> {
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    throw new TooManyAttempts(pause);
                }
            }
        }
    }

    /// It was right: the account's failures are forgotten, and this attempt is not held against the subnet.
    public void forget(String purpose, String whom, Client client) {
        rules(purpose, whom, client).forEach(rule -> {
            var whole = rule.key().startsWith("net:");
            db.sql(
                            "update access.patience set strikes = case when ? then greatest(0, strikes - 1) else 0 end, free_at = now()"
                                    + " where key = ?")
                    .params(whole, rule.key())
                    .update();
        });
    }

    private static Stream<Rule> rules(String purpose, String whom, Client client) {
        var hash = HexFormat.of()
                .formatHex(new Secret(whom.strip().toLowerCase(Locale.ROOT)).hash())
                .substring(0, 32);
        if (purpose.equals(LETTERS)) {
            return Stream.of(
                    new Rule("both:" + purpose + ":" + hash + ":" + client.subnet(), 5, 60_000, 3_600_000),
                    new Rule("whom:" + purpose + ":" + hash, 40, 15_000, 60_000));
        }
        return Stream.of(
                new Rule("both:" + purpose + ":" + hash + ":" + client.subnet(), 5, 1_000, 30_000),
                new Rule("whom:" + purpose + ":" + hash, 20, 500, 4_000),
                new Rule("net:" + purpose + ":" + client.subnet(), 100, 250, 4_000));
    }

    private long millisUntilFree(Rule rule) {
        return db.sql("select greatest(0, extract(epoch from free_at - clock_timestamp()) * 1000)::bigint"
                        + " from access.patience where key = ?")
                .param(rule.key())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// One statement, so that a hundred attempts at once queue up behind one another. Ten minutes of calm forgive one
    /// strike.
    ///
    /// @return how long this attempt has to wait for its turn, in milliseconds
    private long strike(Rule rule) {
        var after = db.sql("""
                        insert into access.patience as known (key, strikes, seen_at, free_at)
                        values (:key, 1, clock_timestamp(), clock_timestamp())
                        on conflict (key) do update set (strikes, seen_at, free_at) = (
                            select fresh.strikes, fresh.at, greatest(known.free_at, fresh.at)
                                   + case when fresh.strikes < :free then 0
                                          else least(:longest, :first * power(2, least(fresh.strikes - :free, 20)))
                                     end * interval '1 millisecond'
                              from (select clock_timestamp() as at, 1 + greatest(0, known.strikes
                                        - floor(extract(epoch from clock_timestamp() - known.seen_at) / 600)::int) as strikes)
                                   as fresh)
                        returning strikes, (extract(epoch from free_at - clock_timestamp()) * 1000)::bigint as ahead
                        """)
                .param("key", rule.key())
                .param("free", rule.free())
                .param("first", rule.first())
                .param("longest", rule.longest())
                .query(After.class)
                .single();
        return Math.max(0, after.ahead() - rule.step(after.strikes()));
    }

    private record After(int strikes, long ahead) {}

    /// Twelve hours later nothing is held against anybody.
    int tidy() {
        return db.sql("delete from access.patience where seen_at < now() - interval '12 hours'")
                .update();
    }
}
