package org.wirknetz.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.SavedView;

/// Lists somebody keeps under a name of their own (German: *gespeicherte Ansichten*). Nobody else sees them.
@Component
@Transactional
public class SavedViews {

    private static final int MOST = 50;

    private final JdbcClient db;

    SavedViews(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<SavedView> of(Visitor visitor, String page, String path) {
        return db.sql("""
                        select id::text, name, case when query = '' then :path else :path || '?' || query end as address
                          from directory.saved_view
                         where account = :account and page = :page
                         order by lower(name), id
                        """)
                .param("path", path)
                .param("account", visitor.account().value())
                .param("page", page)
                .query(SavedView.class)
                .list();
    }

    /// The same name again replaces what was kept under it.
    public void keep(Visitor visitor, String page, String name, String query) {
        var title = name.strip();
        if (title.length() > 80 || query.length() > 2000) throw new Refused("directory.view.too-long");
        int kept = db.sql("select count(*) from directory.saved_view where account = ? and page = ?")
                .params(visitor.account().value(), page)
                .query(Integer.class)
                .single();
        if (kept >= MOST) throw new Refused("directory.view.too-many", MOST);
        db.sql("""
                        insert into directory.saved_view (network, account, page, name, query)
                        values (platform.network(), :account, :page, :name, :query)
                        on conflict (network, account, page, lower(name)) do update set query = excluded.query
                        """)
                .param("account", visitor.account().value())
                .param("page", page)
                .param("name", title)
                .param("query", query)
                .update();
    }

    public void drop(Visitor visitor, UUID view) {
        int gone = db.sql("delete from directory.saved_view where id = ? and account = ?")
                .params(view, visitor.account().value())
                .update();
        if (gone == 0) throw new NotFound();
    }
}
