package org.wirknetz.exchange.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.exchange.Effort;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;

/// Contributions as pages show them. Whose they may be, the table's own policy says: no condition here could forget it.
public final class ContributionRows {

    private ContributionRows() {}

    public record Row(
            UUID id,
            UUID giver,
            String giverName,
            UUID receiver,
            String receiverName,
            String kind,
            @Nullable BigDecimal effort,
            @Nullable BigDecimal hours,
            boolean requested,
            boolean gift,
            boolean noReturn,
            @Nullable LocalDate givenOn,
            String state,
            int version) {

        public boolean open() {
            return state.equals("OPEN");
        }

        public boolean confirmed() {
            return state.equals("CONFIRMED");
        }

        /// `1`, `3` or `5` where it is one of the three words; else empty.
        public String size() {
            return Effort.of(effort).map(it -> it.points().toPlainString()).orElse("");
        }

        public String badge() {
            return confirmed() ? "good" : open() ? "notice" : "plain";
        }
    }

    record Question(String q, String state, @Nullable UUID organisation, int page) {
        static final int SIZE = 50;
    }

    record Answer(List<Row> rows, long total) {}

    private static final String FROM = """
              from exchange.contribution c
              join directory.organisation_card giver on giver.network = c.network and giver.id = c.giver
              join directory.organisation_card receiver on receiver.network = c.network and receiver.id = c.receiver
             where c.network = :network
            """;

    private static final String SELECT = """
            select c.id, c.giver, giver.name as giver_name, c.receiver, receiver.name as receiver_name, c.kind, c.effort, c.hours,
                   c.requested, c.gift, c.no_return, c.given_on, c.state, c.version
            """ + FROM;

    static Answer page(JdbcClient db, Question question) {
        var where = """
                 and (:q = '' or platform.fold(giver.name || ' ' || receiver.name || ' ' || c.kind) like '%' || platform.fold(:q) || '%')
                 and (:state = '' or c.state = :state)
                 and (cast(:organisation as uuid) is null or :organisation in (c.giver, c.receiver))
                """;
        var rows = asked(
                        db,
                        SELECT + where + " order by c.given_on desc nulls last, c.created_at desc, c.id"
                                + " limit :size offset :skip",
                        question)
                .param("size", Question.SIZE)
                .param("skip", (question.page() - 1) * Question.SIZE)
                .query(Row.class)
                .list();
        var total = asked(db, "select count(*) " + FROM + where, question)
                .query(Long.class)
                .single();
        return new Answer(rows, total);
    }

    private static JdbcClient.StatementSpec asked(JdbcClient db, String sql, Question question) {
        return db.sql(sql)
                .param("network", Scope.current().requireNetwork().value())
                .param("q", question.q())
                .param("state", question.state())
                .param("organisation", question.organisation());
    }

    /// What waits for the word of these organisations, the oldest first.
    static List<Row> waiting(JdbcClient db, List<UUID> organisations, int most) {
        if (organisations.isEmpty()) return List.of();
        return db.sql(SELECT + " and c.state = 'OPEN' and c.receiver in (:own) order by c.created_at, c.id limit :most")
                .param("network", Scope.current().requireNetwork().value())
                .param("own", organisations)
                .param("most", most)
                .query(Row.class)
                .list();
    }

    static Row one(JdbcClient db, UUID contribution) {
        return db.sql(SELECT + " and c.id = :id")
                .param("network", Scope.current().requireNetwork().value())
                .param("id", contribution)
                .query(Row.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
