package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.exchange.Flow;
import org.wirknetz.exchange.PairBalance;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Referrals;
import org.wirknetz.networkcheck.Topic;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// The alarms of the network in scope, for its office: which rules speak today, and which of them the office has
/// answered.
@Component
public class Alarms {

    private static final int KEPT = 32;

    /// Rules whose facts no tie, person or organisation of today changes.
    private static final Set<Rule> PAST =
            Set.of(Rule.NEUTRALITY, Rule.ONE_SIDEDNESS, Rule.FUNDING, Rule.RESPONSIBILITY);

    /// Larger networks are looked at by [LookAhead] and on the page of the alarms, not on the way to another page.
    private static final int MOST_ON_THE_WAY = 200;

    /// Whoever only passes by is told what was found last until so much has changed since.
    private static final int CHANGES_ON_THE_WAY = 500;

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Works works;
    private final Funds funds;
    private final Answers answers;

    private record Key(NetworkId network, LocalDate day) {}

    private record Found(Chronicle chronicle, Tuning tuning, List<Alarm> alarms) {
        long version() {
            return chronicle.version();
        }
    }

    private final Map<Key, Found> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
            return size() > KEPT;
        }
    };

    Alarms(JdbcClient db, Chronicles chronicles, Works works, Funds funds, Answers answers) {
        this.db = db;
        this.chronicles = chronicles;
        this.works = works;
        this.funds = funds;
        this.answers = answers;
    }

    /// An alarm and what was said to it.
    ///
    /// @param quiet whether that is enough
    public record Heard(Alarm alarm, Optional<Answer> answer, boolean quiet) {}

    /// What is raised on a day, in the order of the rules, the worst of each first.
    ///
    /// @param chronicle in which they were found
    /// @param answered everything the office has said, the newest first
    public record Report(LocalDate day, Chronicle chronicle, List<Heard> heard, List<Answer> answered, Tuning tuning) {
        public Report {
            heard = List.copyOf(heard);
            answered = List.copyOf(answered);
        }

        public List<Alarm> open() {
            return heard.stream().filter(it -> !it.quiet()).map(Heard::alarm).toList();
        }

        public List<Heard> quiet() {
            return heard.stream().filter(Heard::quiet).toList();
        }
    }

    public Report on(LocalDate day) {
        var said = answers.all();
        var tuning = Answers.tuning(said);
        var key = new Key(Scope.current().requireNetwork(), day);
        long version = chronicles.version();
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null && known.version() == version && known.tuning().equals(tuning))
                return report(day, known, said);
        }
        return report(day, found(key, tuning), said);
    }

    /// What would be raised if the network were as somebody imagines it. Favours, introductions and money are past or
    /// promised, topics are assigned: what they raise stays, but for organisations that are gone.
    ///
    /// @param today what is raised in the network as it is
    public List<Alarm> imagined(Report today, Chronicle chronicle, Work work, Set<UUID> gone) {
        var facts = new Facts(
                chronicle,
                chronicle.asOf(today.day()),
                work,
                today.day(),
                List.of(),
                new Neutrality(0, OptionalDouble.empty(), List.of()),
                Livelihood.of(List.of(), today.day()),
                List.of());
        var raised = new ArrayList<>(look(facts, today.tuning()));
        today.heard().stream()
                .map(Heard::alarm)
                .filter(it -> PAST.contains(it.rule()))
                .filter(it -> it.about().stream().noneMatch(gone::contains))
                .forEach(raised::add);
        return List.copyOf(raised);
    }

    /// What is known without looking long; empty where nobody has looked yet and the network is large.
    public Optional<Report> inPassing(LocalDate day) {
        var said = answers.all();
        var tuning = Answers.tuning(said);
        var key = new Key(Scope.current().requireNetwork(), day);
        long version = chronicles.version();
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null
                    && version - known.version() < CHANGES_ON_THE_WAY
                    && known.tuning().equals(tuning)) return Optional.of(report(day, known, said));
            if (known != null && isLarge()) return Optional.of(report(day, known, said));
        }
        return isLarge() ? Optional.empty() : Optional.of(report(day, found(key, tuning), said));
    }

    /// Looks where a reader who passes by would not wait for it, so that the page Heute can tell it.
    boolean lookAhead(LocalDate day) {
        if (!isLarge()) return false;
        on(day);
        return true;
    }

    private boolean isLarge() {
        return db.sql("""
                        select exists (select from directory.membership_card
                                        where network = platform.network() offset :most limit 1)
                        """).param("most", MOST_ON_THE_WAY).query(Boolean.class).single();
    }

    private Found found(Key key, Tuning tuning) {
        var chronicle = chronicles.current();
        var found = new Found(chronicle, tuning, look(facts(chronicle, key.day()), tuning));
        synchronized (kept) {
            kept.put(key, found);
        }
        return found;
    }

    private Facts facts(Chronicle chronicle, LocalDate day) {
        var snapshot = chronicle.asOf(day);
        return new Facts(
                chronicle,
                snapshot,
                works.current(),
                day,
                PairBalance.of(Flow.oneSided(db, day)),
                Referrals.of(db, snapshot.byId().keySet(), day).neutrality(),
                Livelihood.of(funds.all(), day),
                Topic.all(db));
    }

    static List<Alarm> look(Facts facts, Tuning tuning) {
        var alarms = new ArrayList<Alarm>();
        alarms.addAll(new Fission(facts.chronicle(), tuning.steps(Rule.FISSION)).on(facts.day()));
        alarms.addAll(new People(facts, tuning).all());
        alarms.addAll(new Balance(facts, tuning).all());
        alarms.addAll(new Presence(facts, tuning).all());
        alarms.addAll(new Money(facts, tuning).all());
        alarms.addAll(new Answering(facts, tuning).all());
        alarms.sort(Comparator.comparing(Alarm::rule)
                .thenComparing(Comparator.comparingDouble(Alarm::figure).reversed())
                .thenComparing(Alarm::subject));
        return List.copyOf(alarms);
    }

    private static Report report(LocalDate day, Found found, List<Answer> said) {
        return new Report(
                day,
                found.chronicle(),
                found.alarms().stream()
                        .map(alarm -> {
                            var answer = said.stream()
                                    .filter(it -> it.rule() == alarm.rule() && alarm.isAbout(it.subject()))
                                    .findFirst();
                            return new Heard(
                                    alarm,
                                    answer,
                                    answer.filter(it -> it.quiets(alarm, day)).isPresent());
                        })
                        .toList(),
                said,
                found.tuning());
    }
}
