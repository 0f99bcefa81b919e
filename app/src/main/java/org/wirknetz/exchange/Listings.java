package org.wirknetz.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Needs, offers and interests (German: *Bedarfe, Angebote, Interessen*): publish, correct, end, withdraw.
@Component
@Transactional
public class Listings {

    private final JdbcClient db;
    private final Clock clock;

    Listings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public ListingId publish(UUID organisation, ListingTerms terms) {
        var id = UUID.randomUUID();
        var given = columns(terms);
        given.put("id", id);
        given.put("organisation", organisation);
        try {
            db.sql("""
                            insert into exchange.listing (network, id, organisation, sort, title, details, topics, amount, unit, area,
                                   valid_from, valid_to, visibility, stance)
                            values (:network, :id, :organisation, :sort, :title, :details, :topics, :amount, :unit, :area,
                                   :from, :to, :visibility, :stance)
                            """).params(given).update();
        } catch (DataIntegrityViolationException stranger) {
            if (String.valueOf(stranger.getMostSpecificCause().getMessage()).contains("foreign key"))
                throw new NotFound();
            throw stranger;
        }
        return new ListingId(id);
    }

    /// @param version the one that was shown
    public void correct(ListingId listing, int version, ListingTerms terms) {
        var given = columns(terms);
        given.put("id", listing.value());
        given.put("version", version);
        int changed = db.sql("""
                        update exchange.listing
                           set sort = :sort, title = :title, details = :details, topics = :topics, amount = :amount, unit = :unit,
                               area = :area, valid_from = :from, valid_to = :to, visibility = :visibility, stance = :stance,
                               version = version + 1
                         where network = :network and id = :id and version = :version
                        """).params(given).update();
        if (changed == 0) throw new Refused("platform.changed-meanwhile");
    }

    /// From today on it is settled; it stays where it was.
    public void end(ListingId listing) {
        var today = LocalDate.now(clock);
        int changed = db.sql("""
                        update exchange.listing
                           set valid_to = :today, valid_from = case when valid_from < :today then valid_from end, version = version + 1
                         where network = :network and id = :id and (valid_to is null or valid_to > :today)
                        """)
                .param("today", today)
                .param("network", Scope.current().requireNetwork().value())
                .param("id", listing.value())
                .update();
        if (changed == 0) throw new Refused("exchange.listing.ended");
    }

    /// Entered by mistake.
    public void withdraw(ListingId listing) {
        int gone = db.sql("delete from exchange.listing where network = ? and id = ?")
                .params(Scope.current().requireNetwork().value(), listing.value())
                .update();
        if (gone == 0) throw new NotFound();
    }

    private static Map<String, @Nullable Object> columns(ListingTerms terms) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("network", Scope.current().requireNetwork().value());
        columns.put("sort", terms.sort().name());
        columns.put("title", terms.title());
        columns.put("details", terms.details());
        columns.put("topics", terms.topics());
        columns.put("amount", terms.amount());
        columns.put("unit", terms.unit());
        columns.put("area", terms.area());
        columns.put("from", terms.from());
        columns.put("to", terms.to());
        columns.put("visibility", terms.visibility().name());
        columns.put("stance", terms.forIt() ? "FOR" : "AGAINST");
        return columns;
    }
}
