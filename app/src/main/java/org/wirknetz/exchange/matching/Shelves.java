package org.wirknetz.exchange.matching;

import java.lang.ref.SoftReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Keeps the texts of a few networks ready in memory, and brings in what has changed since. The database says each time
/// what the one who asks may see; only of that anything is ever found.
@Component
class Shelves {

    private static final int NETWORKS = 8;
    private static final int AT_ONCE = 5_000;

    private static final class Kept {
        private final Shelf shelf;
        private final long vocabulary;
        private final Map<UUID, Shelved> listings = new HashMap<>();

        private Kept(Shelf shelf, long vocabulary) {
            this.shelf = shelf;
            this.vocabulary = vocabulary;
        }
    }

    private final JdbcClient db;
    /// Given back to the machine when memory runs short; then they are read anew.
    private final Map<NetworkId, SoftReference<Kept>> kept = new LinkedHashMap<>(NETWORKS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NetworkId, SoftReference<Kept>> eldest) {
            return size() > NETWORKS;
        }
    };

    Shelves(JdbcClient db) {
        this.db = db;
    }

    /// What the one who asks may see of these sorts and is not over, with the shelf it stands on.
    record Open(Shelf shelf, Map<UUID, Shelved> listings, Set<UUID> visible) {}

    <T> T open(List<String> sorts, LocalDate today, BiFunction<Shelf, Open, T> work) {
        var marks = marks(sorts, today);
        long vocabulary = vocabulary();
        var here = kept(vocabulary);
        synchronized (here) {
            var missing = new ArrayList<UUID>();
            marks.forEach((id, mark) -> {
                var known = here.listings.get(id);
                if (known == null || known.mark() != mark) missing.add(id);
            });
            for (int from = 0; from < missing.size(); from += AT_ONCE) {
                for (var listing : read(missing.subList(from, Math.min(from + AT_ONCE, missing.size())))) {
                    here.shelf.put(listing.id(), listing.text());
                    here.listings.put(listing.id(), listing.withoutTexts());
                }
            }
            return work.apply(here.shelf, new Open(here.shelf, here.listings, new HashSet<>(marks.keySet())));
        }
    }

    Shelved one(UUID listing) {
        return read(List.of(listing)).stream().findFirst().orElseThrow(org.wirknetz.platform.NotFound::new);
    }

    private Kept kept(long vocabulary) {
        var network = Scope.current().requireNetwork();
        synchronized (kept) {
            var reference = kept.get(network);
            var known = reference == null ? null : reference.get();
            if (known != null && known.vocabulary == vocabulary) return known;
        }
        var fresh = new Kept(new Shelf(terms(), List.of()), vocabulary);
        synchronized (kept) {
            kept.put(network, new SoftReference<>(fresh));
        }
        return fresh;
    }

    private Map<UUID, Long> marks(List<String> sorts, LocalDate today) {
        var marks = new HashMap<UUID, Long>();
        db.sql("""
                        select id, xmin::text::bigint as mark from exchange.listing
                         where network = :network and sort in (:sorts) and (valid_to is null or valid_to > :today)
                        """)
                .param("network", network())
                .param("sorts", sorts)
                .param("today", today)
                .query((ResultSet row) -> {
                    marks.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return marks;
    }

    private List<Shelved> read(List<UUID> ids) {
        return db.sql("""
                        select l.id, l.xmin::text::bigint as mark, l.organisation, l.sort, l.title, l.details, l.topics, l.amount, l.unit,
                               l.area, l.valid_from, l.valid_to
                          from unnest(cast(:ids as uuid[])) as wanted (id)
                          join exchange.listing l on l.network = :network and l.id = wanted.id
                        """)
                .param("network", network())
                .param(
                        "ids",
                        ids.stream().map(UUID::toString).collect(java.util.stream.Collectors.joining(",", "{", "}")))
                .query((row, n) -> shelved(row))
                .list();
    }

    private static Shelved shelved(ResultSet row) throws SQLException {
        return new Shelved(
                row.getObject("id", UUID.class),
                row.getLong("mark"),
                row.getObject("organisation", UUID.class),
                row.getString("sort"),
                row.getString("title"),
                row.getString("details"),
                row.getString("topics"),
                row.getBigDecimal("amount"),
                row.getString("unit"),
                row.getObject("area", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    /// Changes with every word of the thesaurus.
    private long vocabulary() {
        return db.sql("""
                        select count(*) * 1000003 + coalesce(sum(xmin::text::bigint), 0) from exchange.term where network = ?
                        """).param(network()).query(Long.class).single();
    }

    private List<Thesaurus.Term> terms() {
        return db.sql("select id, label, synonyms, broader from exchange.term where network = ?")
                .param(network())
                .query((row, n) -> new Thesaurus.Term(
                        row.getObject("id", UUID.class), row.getString("label"), row.getString("synonyms"), (@Nullable
                                UUID)
                                row.getObject("broader", UUID.class)))
                .list();
    }

    private static UUID network() {
        return Scope.current().requireNetwork().value();
    }
}
