package org.wirknetz.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// The words of the network's field (German: *Begriffe, Thesaurus*): keep one, or take in a whole list.
@Component
@Transactional
public class Terms {

    /// At once.
    public static final int MOST = 20_000;

    private final JdbcClient db;

    Terms(JdbcClient db) {
        this.db = db;
    }

    /// @param synonyms separated by semicolons
    /// @param broader label of the wider term; empty for none. One nobody knows yet is made.
    public record NewTerm(String label, String synonyms, String broader, String scheme, String code) {}

    /// What has the same label is replaced; nothing is deleted.
    ///
    /// @return how many
    /// @throws Refused when there are too many, or two would be broader than each other
    public int keep(List<NewTerm> wanted) {
        if (wanted.size() > MOST) throw new Refused("exchange.terms.too-many", MOST);
        var ids = new LinkedHashMap<String, UUID>();
        for (var term : wanted) ids.put(key(term.label()), put(term));
        for (var term : wanted) {
            if (term.broader().isBlank()) continue;
            var broader = ids.get(key(term.broader()));
            if (broader == null) {
                broader = put(new NewTerm(term.broader().strip(), "", "", term.scheme(), ""));
                ids.put(key(term.broader()), broader);
            }
            widen(ids.getOrDefault(key(term.label()), broader), broader, term.label());
        }
        return wanted.size();
    }

    public void drop(UUID term) {
        int gone = db.sql("delete from exchange.term where network = ? and id = ?")
                .params(network(), term)
                .update();
        if (gone == 0) throw new NotFound();
    }

    private UUID put(NewTerm term) {
        return db.sql("""
                        insert into exchange.term (network, label, synonyms, scheme, code) values (?, ?, ?, ?, ?)
                        on conflict (network, lower(label)) do update
                           set synonyms = case when excluded.synonyms = '' then term.synonyms else excluded.synonyms end,
                               scheme = case when excluded.scheme = '' then term.scheme else excluded.scheme end,
                               code = case when excluded.code = '' then term.code else excluded.code end,
                               version = term.version + 1
                        returning id
                        """)
                .params(network(), term.label().strip(), term.synonyms().strip(), term.scheme(), term.code())
                .query(UUID.class)
                .single();
    }

    private void widen(UUID term, UUID broader, String label) {
        boolean circle = term.equals(broader)
                || db.sql("""
                        with recursive above as (
                            select id, broader from exchange.term where network = :network and id = :broader
                            union select t.id, t.broader from exchange.term t join above on above.broader = t.id where t.network = :network)
                        select exists (select from above where id = :term)
                        """)
                        .param("network", network())
                        .param("broader", broader)
                        .param("term", term)
                        .query(Boolean.class)
                        .single();
        if (circle) throw new Refused("exchange.terms.circle", label);
        db.sql("update exchange.term set broader = ? where network = ? and id = ?")
                .params(broader, network(), term)
                .update();
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.GERMAN);
    }

    private static UUID network() {
        return Scope.current().requireNetwork().value();
    }
}
