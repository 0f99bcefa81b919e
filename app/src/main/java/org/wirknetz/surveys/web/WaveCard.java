package org.wirknetz.surveys.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;

/// One wave as it stands.
///
/// @param state `DRAFT`, `OPEN`, `OVER` (the last day has passed, the clock will close it) or `CLOSED`
/// @param invited how many were asked; null for a draft
/// @param answered how many of them answered; null until it is closed
public record WaveCard(
        UUID id,
        String title,
        String purpose,
        int reminders,
        int reminded,
        LocalDate closesOn,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable Integer invited,
        @Nullable Integer answered,
        String state,
        int version) {

    private static final String CARDS = """
            select w.id, w.title, w.purpose, w.reminders, w.reminded, w.closes_on, w.opened_on, w.closed_on, w.invited, w.answered, w.version,
                   case when w.opened_on is null then 'DRAFT' when w.closed_on is not null then 'CLOSED'
                        when surveys.is_open(w) then 'OPEN' else 'OVER' end as state
              from surveys.wave w where w.network = platform.network()
            """;

    static WaveCard of(JdbcClient db, UUID id) {
        return db.sql(CARDS + " and w.id = ?")
                .param(id)
                .query(WaveCard.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Drafts and open ones first, then the newest.
    static List<WaveCard> all(JdbcClient db) {
        return db.sql(
                        CARDS
                                + " order by w.closed_on desc nulls first, w.opened_on desc nulls first, w.created_at desc, w.id")
                .query(WaveCard.class)
                .list();
    }

    public boolean draft() {
        return state.equals("DRAFT");
    }

    public boolean open() {
        return state.equals("OPEN");
    }

    public boolean closed() {
        return state.equals("CLOSED");
    }

    /// Below a fifth nothing is shown; below three fifths it is said that it may not stand for all.
    public boolean thin() {
        return invited != null && answered != null && answered * 5 < invited * 3;
    }

    public boolean tooThin() {
        return invited != null && answered != null && (answered < 5 || answered * 5 < invited);
    }
}
