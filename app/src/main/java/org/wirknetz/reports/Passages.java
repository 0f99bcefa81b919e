package org.wirknetz.reports;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.Discretion;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.platform.Refused;

/// The office's own words in a report that is being prepared.
@Component
@Transactional
public class Passages {

    private final JdbcClient db;
    private final Discretion discretion;

    Passages(JdbcClient db, Discretion discretion) {
        this.db = db;
        this.discretion = discretion;
    }

    private record Row(String part, String words) {}

    @Transactional(readOnly = true)
    public Map<Place, String> of(HalfYear period) {
        var passages = new EnumMap<Place, String>(Place.class);
        db.sql("select part, words from reports.passage where network = platform.network() and half_year = ?")
                .param(period.key())
                .query(Row.class)
                .list()
                .forEach(it -> passages.put(Place.valueOf(it.part()), it.words()));
        return passages;
    }

    /// Empty words take the passage away.
    ///
    /// @throws Refused when the report is frozen, the words are too long, or they name somebody
    public void write(HalfYear period, Place place, String words) {
        if (frozen(period)) throw new Refused("reports.frozen-already");
        var said = readable(words).strip();
        if (said.length() > place.most()) throw new Refused("reports.too-long", place.most(), said.length());
        discretion.require(said, "reports.names-somebody");
        if (said.isEmpty()) {
            db.sql("delete from reports.passage where network = platform.network() and half_year = ? and part = ?")
                    .params(period.key(), place.name())
                    .update();
            return;
        }
        db.sql("""
                        insert into reports.passage (network, half_year, part, words)
                        values (platform.network(), :period, :place, :words)
                        on conflict (network, half_year, part)
                        do update set words = excluded.words, version = passage.version + 1
                        """)
                .param("period", period.key())
                .param("place", place.name())
                .param("words", said)
                .update();
    }

    private boolean frozen(HalfYear period) {
        return db.sql("""
                        select exists (select from reports.report where network = platform.network() and half_year = ?)
                        """).param(period.key()).query(Boolean.class).single();
    }

    /// XML has no place for control characters, and half a character is none.
    private static String readable(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(it -> it == '\n'
                        || it >= 0x20 && it != 0x7F && !(it >= 0xD800 && it <= 0xDFFF) && it != 0xFFFE && it != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
