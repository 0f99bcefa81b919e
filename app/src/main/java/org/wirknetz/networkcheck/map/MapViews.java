package org.wirknetz.networkcheck.map;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.SavedView;

/// Views of the map kept under a name, for everybody inside the network: layers, day, comparison,
/// centre.
@Component
@Transactional
public class MapViews {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 2000;

    private final JdbcClient db;

    MapViews(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<SavedView> all(String path) {
        return db.sql("""
                        select id::text, name, case when query = '' then :path else :path || '?' || query end as address
                          from networkcheck.map_view
                         where network = platform.network()
                         order by lower(name), id
                        """).param("path", path).query(SavedView.class).list();
    }

    /// The same name again replaces what was kept under it.
    ///
    /// @param query parameters of the map's address, as they stand in it
    public UUID keep(String name, String query) {
        var title = name.strip();
        if (title.isEmpty()) throw new Refused("directory.view.name-missing");
        if (title.length() > LONGEST_NAME || query.length() > LONGEST_QUERY)
            throw new Refused("directory.view.too-long");
        int kept = db.sql("""
                        select count(*) from networkcheck.map_view where network = platform.network() and lower(name) <> lower(?)
                        """).param(title).query(Integer.class).single();
        if (kept >= MOST) throw new Refused("directory.view.too-many", MOST);
        return db.sql("""
                        insert into networkcheck.map_view (network, name, query) values (platform.network(), :name, :query)
                        on conflict (network, lower(name)) do update set name = excluded.name, query = excluded.query
                        returning id
                        """)
                .param("name", title)
                .param("query", query)
                .query(UUID.class)
                .single();
    }

    public void drop(UUID view) {
        int gone = db.sql("delete from networkcheck.map_view where network = platform.network() and id = ?")
                .param(view)
                .update();
        if (gone == 0) throw new NotFound();
    }
}
