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
import org.wirknetz.analysis.Graph;
import org.wirknetz.exchange.Flow;
import org.wirknetz.exchange.PairBalance;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Referrals;
import org.wirknetz.networkcheck.Topic;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// The alarms of the network in scope, for its office: which rules speak today, and which of them the
/// office has answered.
@Component
public class Alarms {

    private static final int KEPT = 32;

    private static final int KEPT_PASTS = 8;

    /// Rules whose facts no tie, person or organisation of today changes.
    private static final Set<Rule> PAST =
            Set.of(Rule.NEUTRALITY, Rule.ONE_SIDEDNESS, Rule.FUNDING, Rule.RESPONSIBILITY);

    /// Larger networks are looked at by [LookAhead] and on the page of the alarms, not on the way to
    /// another page.
    private static final int MOST_ON_THE_WAY = 200;

    /// Whoever only passes by is told what was found last until so much has changed since.
    private static final int CHANGES_ON_THE_WAY = 500;

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Works works;
    private final Funds funds;
    private final Answers answers;
    private final Checks checks;

    private record Key(NetworkId network, LocalDate day) {}

    /// @param unlisted of whom a rule speaks as well, and who are too many to be told of
    private record Looked(List<Alarm> alarms, List<Alarm> unlisted) {}

    private record Found(Chronicle chronicle, Tuning tuning, Looked looked) {
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

    private record Past(long version, LocalDate day, Map<LocalDate, Graph> drawn) {}

    private final Map<NetworkId, Past> pasts = new LinkedHashMap<>(KEPT_PASTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NetworkId, Past> eldest) {
            return size() > KEPT_PASTS;
        }
    };

    Alarms(JdbcClient db, Chronicles chronicles, Works works, Funds funds, Answers answers, Checks checks) {
        this.db = db;
        this.chronicles = chronicles;
        this.works = works;
        this.funds = funds;
        this.answers = answers;
        this.checks = checks;
    }

    /// An alarm and what was said to it.
    ///
    /// @param quiet whether that is enough
    public record Heard(Alarm alarm, Optional<Answer> answer, boolean quiet) {}

    /// What is raised on a day, in the order of the rules, the worst of each first.
    ///
    /// @param chronicle in which they were found
    /// @param unlisted of whom a rule speaks as well, and who are too many to be told of
    /// @param answered everything the office has said, the newest first
    public record Report(
            LocalDate day,
            Chronicle chronicle,
            List<Heard> heard,
            List<Alarm> unlisted,
            List<Answer> answered,
            Tuning tuning) {
        public Report {
            heard = List.copyOf(heard);
            unlisted = List.copyOf(unlisted);
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

    /// What a network as somebody imagines it would raise that today's does not, and the other way round.
    public record Difference(List<Alarm> arising, List<Alarm> over) {}

    /// What would be raised if the network were as somebody imagines it. Favours, introductions and money
    /// are past or promised: what they raise stays, but for organisations that are gone. Whom a rule speaks
    /// of today as well, though there is no room to say so, does not arise where room is made.
    ///
    /// @param today what is raised in the network as it is
    /// @param found the check of the network as it is imagined, of the same day
    /// @param known who would know whom
    /// @param gone organisations of today that are not there
    public Difference imagined(
            Report today, Chronicle chronicle, Findings found, Work work, Acquaintances known, Set<UUID> gone) {
        var facts = new Facts(
                chronicle,
                drawn(today, chronicle, found, gone),
                work,
                known,
                today.day(),
                List.of(),
                new Neutrality(0, OptionalDouble.empty(), List.of()),
                Livelihood.of(List.of(), today.day()),
                List.of());
        var looked = look(facts, today.tuning());
        var now = today.heard().stream().map(Heard::alarm).toList();
        var arising = looked.alarms().stream()
                .filter(it -> isNone(now, it) && isNone(today.unlisted(), it))
                .toList();
        var over = now.stream()
                .filter(it -> PAST.contains(it.rule())
                        ? it.about().stream().anyMatch(gone::contains)
                        : isNone(looked.alarms(), it) && isNone(looked.unlisted(), it))
                .toList();
        return new Difference(arising, over);
    }

    private static boolean isNone(List<Alarm> alarms, Alarm one) {
        return alarms.stream().noneMatch(it -> it.rule() == one.rule() && it.isAbout(one.subject()));
    }

    /// Only the coordination office belongs to every quarter gone by because it does today.
    private Drawn drawn(Report today, Chronicle imagined, Findings found, Set<UUID> gone) {
        boolean officeLeft =
                today.chronicle().members().stream().anyMatch(it -> it.coordinator() && gone.contains(it.id()));
        if (officeLeft) return Drawn.of(imagined, found);
        return Drawn.of(past(today.chronicle(), today.day()), found);
    }

    private Map<LocalDate, Graph> past(Chronicle chronicle, LocalDate day) {
        var network = Scope.current().requireNetwork();
        synchronized (pasts) {
            var past = pasts.get(network);
            if (past != null
                    && past.version() == chronicle.version()
                    && past.day().equals(day)) return past.drawn();
        }
        var past = new Past(chronicle.version(), day, Drawn.past(chronicle, day));
        synchronized (pasts) {
            pasts.put(network, past);
        }
        return past.drawn();
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
        var found = checks.of(chronicle, day, true);
        var members = found.snapshot().byId().keySet();
        var work = works.current();
        return new Facts(
                chronicle,
                Drawn.of(chronicle, found),
                work,
                Acquaintances.of(work, members, day),
                day,
                PairBalance.of(Flow.oneSided(db, day)),
                Referrals.of(db, members, day).neutrality(),
                Livelihood.of(funds.all(), day),
                Topic.all(db));
    }

    private static Looked look(Facts facts, Tuning tuning) {
        var alarms = new ArrayList<Alarm>();
        alarms.addAll(new Fission(facts.chronicle(), tuning.steps(Rule.FISSION), facts.drawn()).on(facts.day()));
        var people = new People(facts, tuning);
        var keyPersons = people.keyPersons();
        alarms.addAll(keyPersons.stream().limit(People.MOST_PEOPLE).toList());
        alarms.addAll(people.leaders());
        alarms.addAll(new Balance(facts, tuning).all());
        alarms.addAll(new Presence(facts, tuning).all());
        alarms.addAll(new Money(facts, tuning).all());
        alarms.addAll(new Answering(facts, tuning).all());
        alarms.sort(Comparator.comparing(Alarm::rule)
                .thenComparing(Comparator.comparingDouble(Alarm::figure).reversed())
                .thenComparing(Alarm::subject));
        return new Looked(
                List.copyOf(alarms),
                keyPersons.stream().skip(People.MOST_PEOPLE).toList());
    }

    private static Report report(LocalDate day, Found found, List<Answer> said) {
        return new Report(
                day,
                found.chronicle(),
                found.looked().alarms().stream()
                        .map(alarm -> heard(alarm, day, said))
                        .toList(),
                found.looked().unlisted(),
                said,
                found.tuning());
    }

    private static Heard heard(Alarm alarm, LocalDate day, List<Answer> said) {
        var answer = said.stream()
                .filter(it -> it.rule() == alarm.rule() && alarm.isAbout(it.subject()))
                .findFirst();
        return new Heard(
                alarm, answer, answer.filter(it -> it.quiets(alarm, day)).isPresent());
    }
}
