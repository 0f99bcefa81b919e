package org.wirknetz.agreements;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// Questions that competitors answer before they divide anything (German: *kartellrechtliche Selbstprüfung*, F9). They
/// are
/// recorded, not judged: no legal advice.
@Component
@Transactional
public class CompetitionCheck {

    private final JdbcClient db;
    private final AgreementStore store;
    private final Clock clock;
    private final List<NamedCsvRecord> lines = lines();

    CompetitionCheck(JdbcClient db, AgreementStore store, Clock clock) {
        this.db = db;
        this.store = store;
        this.clock = clock;
    }

    public record Question(String key, String text) {}

    public List<Question> questions(Locale locale) {
        var column = locale.getLanguage().equals("en") ? "en" : "de";
        return lines.stream()
                .filter(it -> it.getField("kind").equals("question"))
                .map(it -> new Question(it.getField("key"), it.getField(column)))
                .toList();
    }

    /// As [#answer], in the place of the answers that were seen.
    ///
    /// @param seen the mark of the answers as the page showed them, see [#mark]
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void replace(AgreementId id, Map<String, String> answers, String seen) {
        store.lock(id);
        if (!mark(answers(id)).equals(seen)) {
            throw new OptimisticLockingFailureException("competition answers of " + id.value());
        }
        answer(id, answers);
    }

    /// Tells one set of answers from another.
    public static String mark(Map<String, String> answers) {
        return new TreeMap<>(answers).toString();
    }

    /// @param answers by key of the question: `YES` or `NO`
    /// @throws Refused when one is missing, or the agreement is no longer open
    public void answer(AgreementId id, Map<String, String> answers) {
        var known = store.lock(id);
        known.requireOpen(LocalDate.now(clock));
        for (var question : questions(Locale.GERMAN)) {
            var answer = answers.getOrDefault(question.key(), "");
            if (!answer.equals("YES") && !answer.equals("NO")) throw new Refused("agreements.competition.missing");
            db.sql("""
                            insert into agreements.competition_answer (network, agreement, question, answer, account, answered_at)
                            values (platform.network(), :agreement, :question, :answer, cast(:account as uuid), :now)
                            on conflict (network, agreement, question) do update
                               set answer = excluded.answer, account = excluded.account, answered_at = excluded.answered_at
                            """)
                    .param("agreement", id.value())
                    .param("question", question.key())
                    .param("answer", answer)
                    .param("account", AgreementStore.account())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private record Answer(String question, String answer) {}

    @Transactional(readOnly = true)
    public Map<String, String> answers(AgreementId id) {
        var answers = new LinkedHashMap<String, String>();
        db.sql("select question, answer from agreements.competition_answer where agreement = ?")
                .param(id.value())
                .query(Answer.class)
                .list()
                .forEach(it -> answers.put(it.question(), it.answer()));
        return answers;
    }

    /// Mandatory before it can be signed (C9.1).
    void requireAnswers(Agreement agreement) {
        if (agreement.rivals()
                && answers(agreement.id()).size() < questions(Locale.GERMAN).size())
            throw new Refused("agreements.competition.first");
    }

    /// Whether words of prices, tenders or territories stand in it.
    boolean touches(Terms terms) {
        var text = (terms.title() + " " + terms.purpose() + " " + terms.body()).toLowerCase(Locale.GERMAN);
        return lines.stream()
                .filter(it -> it.getField("kind").equals("topic"))
                .anyMatch(it -> text.contains(it.getField("de")));
    }

    private static List<NamedCsvRecord> lines() {
        try (var in = Objects.requireNonNull(
                        CompetitionCheck.class.getResourceAsStream("/agreements/competition.csv"));
                var csv = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
