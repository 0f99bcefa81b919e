package org.wirknetz.networkcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.analysis.layout.Layout;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.platform.Scope;

/// Where each organisation stands on the map: the same place for everybody and for every date. A new map is
/// drawn near
/// the last one, so that people find again what they know.
@Component
public class Layouts {

    private final JdbcClient db;
    private final Clock clock;

    Layouts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Stored(long dataVersion, String positions) {}

    /// The places by organisation: x from 0 to 1, y from 0 to 2/3, downwards.
    @Transactional
    public Map<UUID, Point> of(Chronicle chronicle) {
        var whole = chronicle.wholeTime(LocalDate.now(clock));
        long shape = fingerprint(whole);
        var stored = newest();
        if (stored.isPresent() && stored.get().dataVersion() == shape) {
            return byId(read(stored.get().positions()));
        }
        var graph = whole.graph();
        var drawn = stored.map(it -> Layout.after(read(it.positions()), graph)).orElseGet(() -> Layout.of(graph));
        var written = write(drawn.byKey());
        keep(shape, written);
        // As it will be read: to the last digit the same place for the first reader and for the next.
        return byId(read(written));
    }

    private Optional<Stored> newest() {
        return db.sql(
                        "select data_version, positions::text as positions from networkcheck.layout where network = ? order by as_of desc limit 1")
                .param(network())
                .query(Stored.class)
                .optional();
    }

    private void keep(long shape, String positions) {
        db.sql("""
                        insert into networkcheck.layout (network, as_of, data_version, positions) values (?, ?, ?, ?::jsonb)
                        on conflict (network, as_of) do update set data_version = excluded.data_version, positions = excluded.positions
                        """).params(network(), LocalDate.now(clock), shape, positions).update();
    }

    /// The same for the same organisations and ties, whatever else is written in the network.
    private static long fingerprint(Snapshot whole) {
        long members = 0;
        for (var member : whole.members()) members += mixed(member.id().hashCode());
        long ties = 0;
        for (var tie : whole.ties())
            ties += mixed(31L * tie.from().hashCode() + tie.to().hashCode());
        return mixed(members) ^ ties;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static String write(Map<String, Point> positions) {
        var text = new StringBuilder("{");
        positions.forEach((key, point) -> text.append(text.length() > 1 ? "," : "")
                .append(String.format(Locale.ROOT, "\"%s\":[%.5f,%.5f]", key, point.x(), point.y())));
        return text.append('}').toString();
    }

    /// Our own writing, read back: `{"<id>": [x, y], …}`.
    private static Map<String, Point> read(String positions) {
        var points = new HashMap<String, Point>();
        for (var part : positions.replaceAll("[{}\"\\s]", "").split("\\],?")) {
            var at = part.indexOf(":[");
            if (at < 0) continue;
            var comma = part.indexOf(',', at);
            points.put(
                    part.substring(0, at),
                    new Point(
                            Double.parseDouble(part.substring(at + 2, comma)),
                            Double.parseDouble(part.substring(comma + 1))));
        }
        return points;
    }

    private static Map<UUID, Point> byId(Map<String, Point> points) {
        var byId = new HashMap<UUID, Point>();
        points.forEach((key, point) -> byId.put(UUID.fromString(key), point));
        return byId;
    }

    private static UUID network() {
        return Scope.current().requireNetwork().value();
    }
}
