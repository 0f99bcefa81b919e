package org.wirknetz.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;

/// Where somebody is signed in, and ending it. Sessions lie in the database: what is ended here has ended on every
/// node.
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient db;
    private final SecurityLog log;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient db, SecurityLog log) {
        this.sessions = sessions;
        this.db = db;
        this.log = log;
    }

    /// @param handle names the session on the page without giving its id away
    /// @param agent browser and system, as far as they were told
    public record Open(String handle, Instant since, Instant lastSeen, String agent, String subnet, boolean here) {}

    public List<Open> of(AccountId account, @Nullable String here) {
        return sessions.findByPrincipalName(account.value().toString()).values().stream()
                .filter(it -> !it.isExpired())
                .map(it -> new Open(
                        handle(it.getId()),
                        it.getCreationTime(),
                        it.getLastAccessedTime(),
                        it.getAttributeOrDefault(Threshold.AGENT, ""),
                        it.getAttributeOrDefault(Threshold.FROM, ""),
                        it.getId().equals(here)))
                .sorted(Comparator.comparing(Open::lastSeen).reversed())
                .toList();
    }

    public void end(AccountId account, String handle) {
        sessions.findByPrincipalName(account.value().toString()).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .forEach(sessions::deleteById);
        log.note("session.ended", "account", account.value());
    }

    /// After a change of password or second factor: whoever else was in has to show that they still may be.
    public void endOthers(AccountId account, @Nullable String here) {
        db.sql("delete from access.session where principal_name = ? and session_id <> ?")
                .params(account.value().toString(), here == null ? "" : here)
                .update();
        log.note("session.others-ended", "account", account.value());
    }

    public void endAll(AccountId account) {
        endOthers(account, null);
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(new Secret(id).hash(), 0, 12);
    }
}
