package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What the network lives on (German: *Mittel*): one line for each commitment. The office keeps it; row-level security
/// shows it to nobody else.
@Component
@Transactional
public class Funds {

    static final int MOST_SOURCE = 200;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_LINES = 500;
    private static final String COLUMNS =
            "select id, source, amount, public as publicly, valid_from as \"from\", valid_to as \"to\""
                    + " from networkcheck.funding where network = platform.network()";

    private final JdbcClient db;

    Funds(JdbcClient db) {
        this.db = db;
    }

    /// @param amount euros in twelve months
    /// @param publicly whether it comes from public budgets
    /// @param from first day; null where it has always been there
    /// @param to the day on which it is gone; null where it is open-ended
    public record Line(
            UUID id,
            String source,
            BigDecimal amount,
            boolean publicly,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public boolean holdsOn(LocalDate day) {
            return Work.holds(from, to, day);
        }
    }

    /// By source, the earliest first.
    @Transactional(readOnly = true)
    public List<Line> all() {
        return db.sql(COLUMNS + " order by platform.fold(source), valid_from nulls first, id")
                .query(Line.class)
                .list();
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Line require(UUID id) {
        return db.sql(COLUMNS + " and id = ?")
                .param(id)
                .query(Line.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @throws Refused when the source is missing or too long, the amount is none, the days are turned, or there are
    ///     too many lines
    public UUID add(
            String source, BigDecimal amount, boolean publicly, @Nullable LocalDate from, @Nullable LocalDate to) {
        int lines = db.sql("select count(*) from networkcheck.funding where network = platform.network()")
                .query(Integer.class)
                .single();
        if (lines >= MOST_LINES) throw new Refused("networkcheck.funding.too-many", MOST_LINES);
        var id = UUID.randomUUID();
        db.sql("""
                        insert into networkcheck.funding (network, id, source, amount, public, valid_from, valid_to)
                        values (platform.network(), :id, :source, :amount, :public, cast(:from as date), cast(:to as date))
                        """)
                .param("id", id)
                .param("source", named(source))
                .param("amount", counted(amount))
                .param("public", publicly)
                .param("from", from)
                .param("to", inOrder(from, to))
                .update();
        return id;
    }

    /// @throws Refused as [#add]
    public void change(Line line) {
        int rows = db.sql("""
                        update networkcheck.funding
                           set source = :source, amount = :amount, public = :public, valid_from = cast(:from as date),
                               valid_to = cast(:to as date), version = version + 1
                         where network = platform.network() and id = :id
                        """)
                .param("id", line.id())
                .param("source", named(line.source()))
                .param("amount", counted(line.amount()))
                .param("public", line.publicly())
                .param("from", line.from())
                .param("to", inOrder(line.from(), line.to()))
                .update();
        if (rows == 0) throw new NotFound();
    }

    public void remove(UUID id) {
        int rows = db.sql("delete from networkcheck.funding where network = platform.network() and id = ?")
                .param(id)
                .update();
        if (rows == 0) throw new NotFound();
    }

    private static String named(String source) {
        var name = source.strip();
        if (name.isEmpty()) throw new Refused("networkcheck.funding.no-source");
        if (name.length() > MOST_SOURCE) throw new Refused("networkcheck.funding.source-long", MOST_SOURCE);
        return name;
    }

    private static BigDecimal counted(BigDecimal amount) {
        var cents = amount.setScale(2, RoundingMode.HALF_UP);
        if (cents.signum() <= 0 || cents.compareTo(MOST) > 0) throw new Refused("networkcheck.funding.no-amount");
        return cents;
    }

    private static @Nullable LocalDate inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("networkcheck.funding.dates-turned");
        return to;
    }
}
