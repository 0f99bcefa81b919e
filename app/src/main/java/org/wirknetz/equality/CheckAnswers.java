package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// What was answered to the questions of the equality check (C3.1). Each answer has its day; the last one counts.
@Component
@Transactional
public class CheckAnswers {

    private static final int LONGEST_NOTE = 1000;

    private final JdbcClient db;
    private final CheckTemplates templates;
    private final Findings findings;
    private final Pointers pointers;

    CheckAnswers(JdbcClient db, CheckTemplates templates, Findings findings, Pointers pointers) {
        this.db = db;
        this.templates = templates;
        this.findings = findings;
        this.pointers = pointers;
    }

    public enum Answer {
        YES,
        PARTLY,
        NO,
        NOT_APPLICABLE;

        /// Whether it leaves something to do.
        public boolean isFinding() {
            return this == PARTLY || this == NO;
        }
    }

    /// The answer that stood on the form.
    public record Seen(UUID id, int version) {}

    /// @param address where the evidence lies: on the web or in this network; null for none
    /// @param seen null where the form showed none
    public record Given(
            String question,
            Answer answer,
            @Nullable String note,
            @Nullable String address,
            @Nullable Seen seen) {}

    private record Standing(
            UUID id,
            String question,
            Answer answer,
            @Nullable String note,
            @Nullable String address,
            LocalDate answeredOn,
            int version) {

        boolean says(Answer other, @Nullable String otherNote, @Nullable String otherAddress) {
            return answer == other && Objects.equals(note, otherNote) && Objects.equals(address, otherAddress);
        }

        boolean isOf(LocalDate day) {
            return answeredOn.equals(day);
        }
    }

    /// Notes what is new or different; with `again` all of them as of today.
    ///
    /// @return how many were noted
    /// @throws OptimisticLockingFailureException where somebody else has answered since the form was shown
    public int note(String template, List<Given> given, boolean again, LocalDate today) {
        var standing = standing(template);
        int noted = 0;
        for (var one : given) {
            if (templates.question(template, one.question()) == null) throw new Refused("equality.no-choice");
            var before = standing.get(one.question());
            var note = Texts.clean(one.note(), LONGEST_NOTE);
            var typed = Texts.clean(one.address(), Pointers.LONGEST);
            if (before != null && before.says(one.answer(), note, typed) && (!again || before.isOf(today))) continue;
            if (!Objects.equals(seen(before), one.seen())) throw new OptimisticLockingFailureException(one.question());
            // What was kept before stays, though what it shows may have gone since.
            boolean kept = before != null && Objects.equals(before.address(), typed);
            write(template, one, before, note, kept || typed == null ? typed : pointers.read(typed), today);
            findings.answered(template, one.question(), one.answer().isFinding(), today);
            noted++;
        }
        return noted;
    }

    private static @Nullable Seen seen(@Nullable Standing standing) {
        return standing == null ? null : new Seen(standing.id(), standing.version());
    }

    private Map<String, Standing> standing(String template) {
        return db.sql("""
                        select distinct on (question) id, question, answer, note, address, answered_on, version
                          from equality.check_answer where template = ?
                         order by question, answered_on desc
                        """).param(template).query(Standing.class).list().stream()
                .collect(Collectors.toMap(Standing::question, Function.identity()));
    }

    private void write(
            String template,
            Given given,
            @Nullable Standing before,
            @Nullable String note,
            @Nullable String address,
            LocalDate today) {
        boolean corrects = before != null && before.isOf(today);
        var sql = corrects ? """
                        update equality.check_answer set answer = :answer, note = :note, address = :address, version = version + 1
                         where id = :id and version = :version
                        """ : """
                        insert into equality.check_answer (network, id, template, question, answer, note, address, answered_on)
                        values (platform.network(), :id, :template, :question, :answer, :note, :address, :today)
                        """;
        try {
            int rows = db.sql(sql)
                    .param("id", corrects ? Objects.requireNonNull(before).id() : UUID.randomUUID())
                    .param("version", before == null ? 0 : before.version())
                    .param("template", template)
                    .param("question", given.question())
                    .param("answer", given.answer().name())
                    .param("note", note)
                    .param("address", address)
                    .param("today", today)
                    .update();
            if (rows == 0) throw new OptimisticLockingFailureException(given.question());
        } catch (DuplicateKeyException atOnce) {
            throw new OptimisticLockingFailureException(given.question(), atOnce);
        }
    }
}
