package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.ToldAgainstWork;
import org.wirknetz.networkcheck.ToldAgainstWork.Finding;
import org.wirknetz.networkcheck.ToldAgainstWork.Line;
import org.wirknetz.networkcheck.ToldAgainstWork.Seen;
import org.wirknetz.networkcheck.ToldAgainstWork.Word;
import org.wirknetz.platform.NotFound;

/// A closed survey's ties beside those of work on the day it was closed.
///
/// @param waves closed surveys in which somebody named partners, the newest first
/// @param names by organisation, as they were when the survey was opened
public record ToldPage(Wave wave, List<Wave> waves, ToldAgainstWork found, Map<UUID, String> names) {

    /// More rows than anybody reads; the sums count all.
    public static final int MOST_ROWS = 300;

    /// Favours and introductions show a tie for so long.
    private static final int MONTHS = 12;

    public record Wave(UUID id, String title, LocalDate closedOn) {}

    private record Choice(UUID organisation, String name) {}

    /// @param wanted null takes the newest
    static Optional<ToldPage> of(JdbcClient db, @Nullable UUID wanted) {
        var waves = db.sql("""
                        select w.id, w.title, w.closed_on from surveys.wave_card w
                         where w.network = platform.network()
                           and exists (select from surveys.teller_card t where t.network = w.network and t.wave = w.id)
                         order by w.closed_on desc, w.id
                        """).query(Wave.class).list();
        if (waves.isEmpty() && wanted == null) return Optional.empty();
        var wave = waves.stream()
                .filter(it -> wanted == null || it.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
        var names = db
                .sql(
                        "select organisation, name from surveys.choice_card where network = platform.network() and wave = ?")
                .param(wave.id())
                .query(Choice.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Choice::organisation, Choice::name));
        Set<UUID> tellers = new HashSet<>(
                db.sql("select organisation from surveys.teller_card where network = platform.network() and wave = ?")
                        .param(wave.id())
                        .query(UUID.class)
                        .list());
        var words = db.sql("select teller, named from surveys.tie_card where network = platform.network() and wave = ?")
                .param(wave.id())
                .query(Word.class)
                .list();
        var found = ToldAgainstWork.of(names.keySet(), tellers, words, seen(db, wave.closedOn()));
        return Optional.of(new ToldPage(wave, waves, found, names));
    }

    /// What is confidential between two stays out, as in every picture of ties.
    private static List<Seen> seen(JdbcClient db, LocalDate day) {
        return db.sql("""
                        select distinct seen.one, seen.other, seen.kind
                          from (select 'AGREEMENT' as kind, one.organisation as one, other.organisation as other,
                                       coalesce(a.valid_from, a.concluded_on) as since, least(a.valid_to, a.ended_on) as until
                                  from agreements.agreement_card a
                                  join agreements.party_card one on one.network = a.network and one.agreement = a.id
                                  join agreements.party_card other on other.network = a.network and other.agreement = a.id
                                                                  and one.organisation < other.organisation
                                 where a.network = platform.network() and a.concluded_on is not null and a.visibility <> 'PARTIES'
                                union all
                                select 'JOINT_PRODUCT', one.organisation, other.organisation, greatest(one.joined_on, other.joined_on),
                                       least(one.left_on, other.left_on, one.ended_on)
                                  from products.partner_card one
                                  join products.partner_card other on other.network = one.network and other.product = one.product
                                                                  and one.organisation < other.organisation
                                 where one.network = platform.network()
                                union all
                                select 'FAVOUR', c.giver, c.receiver, c.given_on, cast(c.given_on + make_interval(months => :months) as date)
                                  from exchange.contribution_card c
                                 where c.network = platform.network() and c.state = 'CONFIRMED'
                                union all
                                select 'REFERRAL', i.asker, i.helper, i.outcome_on, cast(i.outcome_on + make_interval(months => :months) as date)
                                  from exchange.introduction_card i
                                 where i.network = platform.network() and i.state = 'HELPED') seen
                         where (seen.since is null or seen.since <= :day) and (seen.until is null or seen.until > :day)
                        """)
                .param("day", day)
                .param("months", MONTHS)
                .query(Seen.class)
                .list();
    }

    public String name(UUID organisation) {
        return names.getOrDefault(organisation, "");
    }

    /// By name; confirmed ones first.
    public List<Line> lines(Finding finding) {
        return found.lines(finding).stream()
                .sorted(Comparator.comparing(Line::confirmation).thenComparing(this::pair))
                .toList();
    }

    /// The two by their names, which have an order that ids have not.
    public String pair(Line line) {
        return Stream.of(line.one(), line.other()).map(this::name).sorted().collect(Collectors.joining(" – "));
    }

    /// Who said so, where only one of the two did.
    public String sayer(Line line) {
        return line.sayers().size() == 1 ? name(line.sayers().iterator().next()) : "";
    }
}
