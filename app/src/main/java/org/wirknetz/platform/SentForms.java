package org.wirknetz.platform;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Forms that have taken effect, and where each led.
@Component
public class SentForms {

    private final JdbcClient db;

    SentForms(JdbcClient db) {
        this.db = db;
    }

    /// @param same whether it brought the same fields with the same values
    /// @param answer the path it led to; null where it led to none, or where nobody knows
    public record Earlier(boolean same, @Nullable String answer) {}

    private record Row(byte[] content, @Nullable String answer) {}

    public Optional<Earlier> earlier(SentForm form) {
        return db.sql("select content, answer from platform.sent_form where mark = ?")
                .param(form.mark())
                .query(Row.class)
                .optional()
                .map(row -> new Earlier(Arrays.equals(row.content(), form.content()), row.answer()));
    }

    public void ledTo(SentForm form, String path) {
        db.sql("update platform.sent_form set answer = ? where mark = ?")
                .params(path, form.mark())
                .update();
    }

    /// It was refused after all: the same page may be sent again.
    public void release(SentForm form) {
        db.sql("delete from platform.sent_form where mark = ?")
                .param(form.mark())
                .update();
    }

    /// Nobody presses a button of the day before yesterday twice.
    public int tidy() {
        return db.sql("delete from platform.sent_form where sent_at < now() - interval '2 days'")
                .update();
    }
}
