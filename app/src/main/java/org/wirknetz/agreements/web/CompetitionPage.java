package org.wirknetz.agreements.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.CompetitionCheck;
import org.wirknetz.agreements.FormSuggestion;

/// What competition law asks of an agreement, and which form would fit it.
///
/// @param suggestion null where a form is chosen
public record CompetitionPage(
        List<CompetitionCheck.Question> questions,
        Map<String, String> answers,
        @Nullable FormSuggestion suggestion) {

    public boolean complete() {
        return answers.size() >= questions.size();
    }

    /// Goes with the form, so that nobody's answers are overwritten unseen.
    public String seen() {
        return CompetitionCheck.mark(answers);
    }

    public boolean critical() {
        return answers.containsValue("YES");
    }

    @Component
    static class Desk {

        private final JdbcClient db;
        private final CompetitionCheck check;
        private final AgreementsDesk desk;

        Desk(JdbcClient db, CompetitionCheck check, AgreementsDesk desk) {
            this.db = db;
            this.check = check;
            this.desk = desk;
        }

        CompetitionPage of(AgreementPage page) {
            if (!page.inner()) return new CompetitionPage(List.of(), Map.of(), null);
            var row = page.row();
            var suggestion = row.form() == null && page.open()
                    ? FormSuggestion.of(row.title(), row.purpose(), groups(row.id()))
                    : null;
            if (!row.rivals()) return new CompetitionPage(List.of(), Map.of(), suggestion);
            return new CompetitionPage(
                    check.questions(desk.locale()), check.answers(new AgreementId(row.id())), suggestion);
        }

        private List<Set<String>> groups(UUID agreement) {
            return db.sql("""
                            select array(select g.key from directory.organisation_group_card g
                                          where g.network = p.network and g.organisation = p.organisation) as groups
                              from agreements.party p where p.network = platform.network() and p.agreement = ?
                            """)
                    .param(agreement)
                    .query((row, n) -> Set.copyOf(
                            Arrays.asList((String[]) row.getArray("groups").getArray())))
                    .list();
        }
    }
}
