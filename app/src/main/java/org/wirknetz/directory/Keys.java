package org.wirknetz.directory;

import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Names for machines, made from names for people: `ihk-lindenfurt`, and `ihk-lindenfurt-2` when that is taken.
class Keys {

    private static final int LONGEST = 60;

    private final JdbcClient db;

    Keys(JdbcClient db) {
        this.db = db;
    }

    /// @param table a table of this module that has a `key`; never what somebody typed
    String free(String table, String name) {
        var base = db.sql("select trim(both '-' from regexp_replace(platform.fold(?), '[^a-z0-9]+', '-', 'g'))")
                .param(name)
                .query(String.class)
                .single();
        if (base.isEmpty()) base = table;
        if (base.length() > LONGEST) base = base.substring(0, LONGEST);
        var taken = new HashSet<>(db.sql("select key from directory." + table + " where key = ? or starts_with(key, ?)")
                .params(base, base + "-")
                .query(String.class)
                .list());
        var key = base;
        for (int next = 2; taken.contains(key); next++) key = base + "-" + next;
        return key;
    }
}
