package org.wirknetz.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Areas (German: *Gebiete*): districts, and municipalities within them, each with its outline where one was given.
@Component
@Transactional
public class Areas {

    private final JdbcClient db;

    Areas(JdbcClient db) {
        this.db = db;
    }

    /// @param level DISTRICT or MUNICIPALITY
    /// @param used how many organisations lie in it
    public record Area(
            UUID id,
            String key,
            String name,
            String level,
            @Nullable String parent,
            int version,
            boolean drawn,
            int used) {}

    @Transactional(readOnly = true)
    public List<Area> all() {
        return db.sql("""
                        select a.id, a.key, a.name, a.level, parent.name as parent, a.version, a.shape is not null as drawn,
                               (select count(*) from directory.organisation o where o.network = a.network and o.area = a.id)::int as used
                          from directory.area a
                          left join directory.area parent on parent.network = a.network and parent.id = a.parent
                         order by platform.fold(coalesce(parent.name, a.name)), a.parent is not null, platform.fold(a.name), a.id
                        """).query(Area.class).list();
    }

    /// By key or name, as a table may call it.
    @Transactional(readOnly = true)
    public Optional<AreaId> called(String words) {
        return db.sql("""
                        select id from directory.area
                         where key = :words or platform.fold(name) = platform.fold(:words)
                         order by key = :words desc, level, id limit 1
                        """)
                .param("words", words.strip())
                .query(UUID.class)
                .optional()
                .map(AreaId::new);
    }

    /// @param parent the district a municipality lies in; null makes it a district
    /// @throws Refused `directory.area.known` when the key is taken
    public AreaId add(String key, String name, @Nullable AreaId parent) {
        var id = AreaId.fresh();
        if (key.isBlank() || key.strip().length() > 40) throw new Refused("directory.area.key");
        try {
            db.sql("""
                            insert into directory.area (network, id, key, name, level, parent)
                            values (platform.network(), :id, :key, :name, :level, :parent)
                            """)
                    .param("id", id.value())
                    .param("key", key.strip().toLowerCase(Locale.ROOT))
                    .param("name", named(name))
                    .param("level", parent == null ? "DISTRICT" : "MUNICIPALITY")
                    .param("parent", parent == null ? null : parent.value())
                    .update();
        } catch (DuplicateKeyException known) {
            throw new Refused("directory.area.known", key);
        } catch (DataIntegrityViolationException noParent) {
            throw new NotFound();
        }
        return id;
    }

    /// @param version the one that was shown
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void rename(AreaId id, int version, String name) {
        int rows = db.sql("update directory.area set name = ?, version = version + 1 where id = ? and version = ?")
                .params(named(name), id.value(), version)
                .update();
        if (rows == 1) return;
        if (all().stream().noneMatch(it -> it.id().equals(id.value()))) throw new NotFound();
        throw new OptimisticLockingFailureException("area " + id.value());
    }

    /// Gives areas their outlines. Files call areas by all kinds of properties, often by several (`AGS` and `GEN`): the
    /// one that names most areas by key or name is the one that counts.
    ///
    /// @return how many areas were drawn
    /// @throws Refused when it is no GeoJSON, too big, or nothing in it fits an area
    public int draw(Outlines outlines) {
        var areas = new HashMap<String, List<UUID>>();
        db.sql("select id, lower(key) as key, platform.fold(name) as name from directory.area")
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    areas.put("key " + row.getString("key"), List.of(id));
                    areas.computeIfAbsent("name " + row.getString("name"), it -> new ArrayList<>())
                            .add(id);
                });
        var folded = folded(outlines);
        Map<UUID, String> best = Map.of();
        for (var property : outlines.properties()) {
            var drawn = new LinkedHashMap<UUID, String>();
            for (var outline : outlines.all()) {
                var words = outline.said().get(property);
                if (words == null) continue;
                areas.getOrDefault("key " + words.toLowerCase(Locale.ROOT), List.of())
                        .forEach(it -> drawn.put(it, outline.geometry()));
                areas.getOrDefault("name " + folded.get(words), List.of())
                        .forEach(it -> drawn.put(it, outline.geometry()));
            }
            if (drawn.size() > best.size()) best = drawn;
        }
        if (best.isEmpty()) throw new Refused("directory.area.nothing-fits");
        best.forEach((area, shape) -> db.sql(
                        "update directory.area set shape = cast(? as jsonb), version = version + 1 where id = ?")
                .params(shape, area)
                .update());
        return best.size();
    }

    private Map<String, String> folded(Outlines outlines) {
        var words = outlines.all().stream()
                .flatMap(it -> it.said().values().stream())
                .distinct()
                .toArray(String[]::new);
        var folded = new HashMap<String, String>();
        db.sql("select words, platform.fold(words) from unnest(?::text[]) as said (words)")
                .param(words)
                .query(row -> {
                    folded.put(row.getString(1), row.getString(2));
                });
        return folded;
    }

    /// @throws Refused `directory.area.used` while an organisation, a target role or a municipality refers to it
    public void remove(AreaId id) {
        try {
            int rows = db.sql("delete from directory.area where id = ?")
                    .param(id.value())
                    .update();
            if (rows == 0) throw new NotFound();
        } catch (DataIntegrityViolationException used) {
            throw new Refused("directory.area.used");
        }
    }

    private static String named(String name) {
        var text = name.strip();
        if (text.isEmpty() || text.length() > 200) throw new Refused("directory.area.name");
        return text;
    }
}
