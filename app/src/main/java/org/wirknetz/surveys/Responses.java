package org.wirknetz.surveys;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What comes in by a link. It only ever writes, but for what the link itself said for its organisation:
/// functions of the database take the answers and forget who gave them.
@Component
@Transactional
public class Responses {

    public static final int CANNOT_JUDGE = 0;
    public static final int HIGHEST = 5;

    private final JdbcClient db;

    Responses(JdbcClient db) {
        this.db = db;
    }

    /// @param answered whether this link has been used to answer
    /// @param asksTies whether it may also speak for an organisation
    /// @param spoke whether it has done so
    public record Opened(
            UUID wave,
            String title,
            String purpose,
            LocalDate closesOn,
            boolean open,
            int reminders,
            boolean answered,
            boolean asksTies,
            boolean spoke) {}

    public record Question(UUID id, String kind, String wordingDe, String wordingEn) {
        public String in(Locale locale) {
            return locale.equals(Locale.GERMAN) ? wordingDe : wordingEn;
        }

        public boolean statement() {
            return kind.equals(Kind.STATEMENT.name());
        }
    }

    /// @param own the link may speak for it
    /// @param speaks it has spoken for it
    /// @param named it has named it
    public record Partner(UUID organisation, String name, boolean own, boolean speaks, boolean named) {
        /// As ticked in a form that has to be shown again.
        public Partner naming(boolean ticked) {
            return new Partner(organisation, name, own, speaks, ticked);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Opened> read(Link link) {
        return db.sql("""
                        select wave, title, purpose, closes_on, open, reminders, answered, asks_ties, spoke
                          from surveys.for_door(?, ?, ?)
                        """)
                .params(link.door(), link.ticket(), link.word())
                .query(Opened.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Question> questions(Link link) {
        return db.sql("select id, kind, wording_de, wording_en from surveys.questions_for_door(?)")
                .param(link.door())
                .query(Question.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Partner> partners(Link link) {
        return db.sql("select organisation, name, own, speaks, named from surveys.choices_for_door(?, ?)")
                .params(link.door(), link.word())
                .query(Partner.class)
                .list();
    }

    /// The answers count, and the link has answered. Sent twice, it counts once.
    ///
    /// @param answers by statement: 1 to 5, or 0 for what cannot be judged
    /// @return whether these counted
    /// @throws Refused `surveys.nothing-answered`; `surveys.over` when the wave is not open
    public boolean answer(Link link, Map<UUID, Integer> answers) {
        var opened = read(link).orElseThrow(NotFound::new);
        if (opened.answered()) return false;
        if (!opened.open()) throw new Refused("surveys.over");
        var known = questions(link).stream()
                .filter(Question::statement)
                .map(Question::id)
                .toList();
        if (answers.isEmpty()) throw new Refused("surveys.nothing-answered");
        answers.forEach((question, value) -> {
            if (!known.contains(question) || value < CANNOT_JUDGE || value > HIGHEST) throw new NotFound();
        });
        var questions = List.copyOf(answers.keySet());
        return db.sql("select surveys.answer(:door, :ticket, cast(:questions as uuid[]), cast(:values as int[]))")
                .param("door", link.door())
                .param("ticket", link.ticket())
                .param("questions", questions.toArray(UUID[]::new))
                .param("values", questions.stream().map(answers::get).toArray(Integer[]::new))
                .query(Boolean.class)
                .single();
    }

    /// What the link says for one of its organisations, in the place of what it said before.
    ///
    /// @throws Refused `surveys.which-own`, `surveys.over`
    public void tell(Link link, UUID organisation, Collection<UUID> named) {
        var opened = read(link).orElseThrow(NotFound::new);
        if (!opened.open()) throw new Refused("surveys.over");
        if (!opened.asksTies()) throw new NotFound();
        var partners = partners(link);
        if (partners.stream().noneMatch(it -> it.own() && it.organisation().equals(organisation)))
            throw new Refused("surveys.which-own");
        var known = partners.stream().map(Partner::organisation).toList();
        if (!known.containsAll(named)) throw new NotFound();
        boolean told = db.sql("select surveys.tell(:door, :word, :speaker, cast(:named as uuid[]))")
                .param("door", link.door())
                .param("word", link.word())
                .param("speaker", organisation)
                .param("named", named.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
        if (!told) throw new Refused("surveys.over");
    }

    /// As if nothing had been said for the organisation.
    public void takeBack(Link link) {
        var opened = read(link).orElseThrow(NotFound::new);
        if (!opened.open()) throw new Refused("surveys.over");
        db.sql("select surveys.unsay(?, ?)")
                .params(link.door(), link.word())
                .query()
                .listOfRows();
    }
}
