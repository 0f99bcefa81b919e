package org.wirknetz.rounds.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;
import org.wirknetz.rounds.RoundKind;

/// One round with its questions, groups and cards, and what this visitor has had a say in.
///
/// @param doors whether guests have an address
public record RoundPage(
        Card card,
        List<Question> questions,
        List<Cluster> clusters,
        List<Answer> answers,
        boolean rated,
        boolean voted,
        boolean doors) {

    /// @param state `DRAFT`, `OPEN` or `CLOSED`
    public record Card(
            UUID id,
            String title,
            @Nullable String intro,
            String kind,
            boolean anonymous,
            int dots,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate closedOn,
            String state,
            int version) {

        public boolean open() {
            return state.equals("OPEN");
        }

        public boolean rates() {
            return RoundKind.valueOf(kind).rates();
        }
    }

    public record Question(UUID id, String wording) {}

    public record Cluster(UUID id, UUID question, String name, long dots) {}

    /// @param by organisation or guest; empty where nobody knows or nobody said
    /// @param mine written by whoever asks
    public record Answer(
            UUID id,
            UUID question,
            @Nullable UUID cluster,
            @Nullable String body,
            @Nullable Integer importance,
            @Nullable Integer standing,
            String by,
            boolean mine,
            long dots) {}

    static RoundPage of(JdbcClient db, UUID id) {
        var card = db.sql("""
                        select r.id, r.title, r.intro, r.kind, r.anonymous, r.dots, r.opened_on, r.closes_on, r.closed_on, r.version,
                               case when r.opened_on is null then 'DRAFT' when rounds.is_open(r) then 'OPEN' else 'CLOSED' end as state
                          from rounds.round r where r.id = ?
                        """).param(id).query(Card.class).optional().orElseThrow(NotFound::new);
        var questions = db.sql("select id, wording from rounds.question where round = ? order by position, id")
                .param(id)
                .query(Question.class)
                .list();
        var clusters = db.sql("""
                        select c.id, c.question, c.name,
                               (select count(*) from rounds.dot d where d.network = c.network and d.cluster = c.id) as dots
                          from rounds.cluster c join rounds.question q on q.network = c.network and q.id = c.question
                         where q.round = ? order by dots desc, platform.fold(c.name), c.id
                        """).param(id).query(Cluster.class).list();
        // By the words, not by when they came: an order in time could tell who wrote.
        var answers = db.sql("""
                        select c.id, c.question, c.cluster, c.body, c.importance, c.standing,
                               coalesce(o.name, c.guest, account.name, '') as "by",
                               coalesce(c.account = platform.account(), false) as mine,
                               (select count(*) from rounds.dot d where d.network = c.network and d.card = c.id) as dots
                          from rounds.card c
                          join rounds.question q on q.network = c.network and q.id = c.question
                          left join directory.organisation_card o on o.network = c.network and o.id = c.organisation
                          left join access.account_card account on account.id = c.account and c.organisation is null
                         where q.round = ? order by dots desc, platform.fold(c.body), c.id
                        """).param(id).query(Answer.class).list();
        var part = db.sql("select what from rounds.took_part where round = ?")
                .param(id)
                .query(String.class)
                .list();
        boolean doors = db.sql("select exists (select from rounds.guest_door where round = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        return new RoundPage(card, questions, clusters, answers, part.contains("RATED"), part.contains("VOTED"), doors);
    }

    public List<Cluster> clusters(Question question) {
        return clusters.stream()
                .filter(it -> it.question().equals(question.id()))
                .toList();
    }

    public List<Answer> in(Cluster cluster) {
        return answers.stream().filter(it -> cluster.id().equals(it.cluster())).toList();
    }

    /// Cards that lie alone.
    public List<Answer> alone(Question question) {
        return answers.stream()
                .filter(it -> it.question().equals(question.id()) && it.cluster() == null && it.body() != null)
                .toList();
    }

    public long cards(Question question) {
        return answers.stream()
                .filter(it -> it.question().equals(question.id()) && it.body() != null)
                .count();
    }

    public long cards() {
        return answers.stream().filter(it -> it.body() != null).count();
    }

    public long dots() {
        return clusters.stream().mapToLong(Cluster::dots).sum()
                + answers.stream().mapToLong(Answer::dots).sum();
    }

    /// How a condition was rated; empty below the number that hides who it was, and, where nobody may be
    /// known, as long as ratings come in: the means before and after one of them would tell what it said.
    public Optional<Rated> rated(Question question) {
        if (card.anonymous() && card.open()) return Optional.empty();
        var ratings = answers.stream()
                .filter(it -> it.question().equals(question.id()) && it.importance() != null && it.standing() != null)
                .toList();
        if (ratings.size() < (card.anonymous() ? Rated.ENOUGH : 1)) return Optional.empty();
        return Optional.of(new Rated(
                question.wording(),
                ratings.size(),
                ratings.stream()
                        .mapToInt(it -> java.util.Objects.requireNonNull(it.importance()))
                        .average()
                        .orElse(0),
                ratings.stream()
                        .mapToInt(it -> java.util.Objects.requireNonNull(it.standing()))
                        .average()
                        .orElse(0)));
    }

    /// How many rated the condition that most rated.
    public long mostRated() {
        return questions.stream()
                .mapToLong(question -> answers.stream()
                        .filter(it -> it.question().equals(question.id()) && it.importance() != null)
                        .count())
                .max()
                .orElse(0);
    }

    /// All conditions that may be shown, the widest gap between importance and standing first.
    public List<Rated> ratedAll() {
        return questions.stream()
                .map(this::rated)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Rated::gap).reversed().thenComparing(Rated::condition))
                .toList();
    }
}
