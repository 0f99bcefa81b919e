package org.wirknetz.equality;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// For whom one network adapts its instruments (C4.2): groups of the list, and its own.
@Component
@Transactional
public class TargetGroups {

    static final int LONGEST = 200;
    private static final int MOST = 30;

    private final JdbcClient db;
    private final TargetGroupLists lists;

    TargetGroups(JdbcClient db, TargetGroupLists lists) {
        this.db = db;
        this.lists = lists;
    }

    /// Takes the groups of the latest list that are not there yet.
    public void begin() {
        var list = lists.latest();
        int position = 0;
        for (var key : list.groups().keySet())
            db.sql("""
                            insert into equality.target_group (network, list, key, position)
                            values (platform.network(), :list, :key, :position)
                            on conflict (network, key) do nothing
                            """)
                    .param("list", list.id())
                    .param("key", key)
                    .param("position", position++)
                    .update();
    }

    /// The first instrument brings the groups of the list along.
    void beginWhereNone() {
        boolean any = db.sql("select exists (select from equality.target_group)")
                .query(Boolean.class)
                .single();
        if (!any) begin();
    }

    /// One that the network adds beside those of the list.
    public UUID add(@Nullable String title) {
        int known = db.sql("select count(*) from equality.target_group")
                .query(Integer.class)
                .single();
        if (known >= MOST) throw new Refused("equality.target-group.too-many", MOST);
        return db.sql("""
                        insert into equality.target_group (network, title)
                        values (platform.network(), :title) returning id
                        """)
                .param("title", Texts.needed(title, LONGEST))
                .query(UUID.class)
                .single();
    }

    /// Also one of the list: what a network does not work with makes no gap.
    ///
    /// @throws Refused where something is written down for it
    public void remove(UUID group) {
        boolean used = db.sql("""
                        select exists (select from equality.adaptation where target_group = :id)
                            or exists (select from equality.exemption where target_group = :id)
                        """).param("id", group).query(Boolean.class).single();
        if (used) throw new Refused("equality.target-group.in-use");
        int rows = db.sql("delete from equality.target_group where id = ?")
                .param(group)
                .update();
        if (rows == 0) throw new NotFound();
    }
}
