package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.demo.DemoLoader;
import org.wirknetz.platform.AccountId;

/// Whatever text a network keeps, a page shows it as text: in sentences, attributes, data blocks, pictures and names of
/// files. And
/// no answer may be kept by a cache that others read: `no-store`, or `private, no-cache` where an ETag saves the way
/// (the
/// map's data).
@AttackedDemo
class MarksInEveryTextTests {

    private static final String MARKS = "\"></script><img src=x onerror=alert(1)>{{7*7}}${7*7}";
    private static final Pattern FILE_NAME = Pattern.compile(
            "null|(attachment|inline)(; ?filename=\"(?:[^\"\\\\\r\n]|\\\\.)*\")?(; ?filename\\*=UTF-8''[^;\\s\"<>]+)?");

    @Autowired
    MockMvc web;

    @Autowired
    DemoLoader loader;

    @Autowired
    JdbcClient db;

    @Autowired
    Environment environment;

    @Test
    void no_page_takes_the_words_of_people_for_marks_of_its_own() throws Exception {
        loader.load();
        var aylin = Cast.signedIn(new AccountId(db.sql("select id from access.account where email like 'aylin.demir@%'")
                .query(UUID.class)
                .single()));
        var marked = mark(db.sql("select id from access.network where slug = 'wiesgrund'")
                .query(UUID.class)
                .single());
        assertThat(marked).as("columns that hold the marks").isGreaterThan(40);
        var faults = new ArrayList<String>();
        int shown = 0;
        var walk = new Walk(web, sitting(aylin), "/w/wiesgrund").from("/w/wiesgrund", "/w/wiesgrund/search?q=alert");
        for (var page : walk) {
            if (page.status() >= 500) faults.add(page.status() + " " + page.path());
            if (!FILE_NAME.matcher(page.disposition()).matches()) faults.add(page.path() + ": " + page.disposition());
            if (!page.cache().contains("no-store")
                    && !(page.cache().contains("private") && page.cache().contains("no-cache")))
                faults.add(page.path() + " may be kept: " + page.cache());
            if (!page.type().startsWith("text/html") && !page.type().startsWith("image/svg")) continue;
            if (page.body().contains("&lt;img src=x") || page.body().contains("\\u003cimg")) shown++;
            int at = page.body().indexOf("<img src=x");
            if (at >= 0) faults.add(page.path() + ": " + page.body().substring(Math.max(0, at - 160), at + 30));
            if (page.body().contains("href=\"javascript:")) faults.add(page.path() + ": a link that runs");
        }
        assertThat(walk).hasSizeGreaterThan(40);
        assertThat(shown).as("pages that show the marks as text").isGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    /// A seat for Aylin Demir in the second network, which the marks may spoil.
    private org.springframework.test.web.servlet.request.RequestPostProcessor sitting(
            org.springframework.test.web.servlet.request.RequestPostProcessor aylin) throws SQLException {
        try (var connection = owner();
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.executeUpdate("insert into access.seat (network, account, role) select n.id, a.id, 'OFFICE'"
                    + " from access.network n, access.account a where n.slug = 'wiesgrund' and a.email like 'aylin.demir@%'"
                    + " and not exists (select from access.seat s where s.network = n.id and s.account = a.id)");
        }
        return aylin;
    }

    private int mark(UUID network) throws SQLException {
        int marked = 0;
        try (var connection = owner();
                var sql = connection.createStatement()) {
            sql.execute("select set_config('wirknetz.network', '" + network + "', false)");
            connection.setAutoCommit(false);
            for (var column : columns()) {
                var table = column.substring(0, column.lastIndexOf('.'));
                var name = column.substring(column.lastIndexOf('.') + 1);
                var text = "coalesce(" + name + ", '') || $marks$" + MARKS + "$marks$";
                var value = List.of("website", "url", "link").contains(name) ? "'javascript:alert(1)'" : text;
                for (var role : List.of("origin", "replica")) {
                    var before = connection.setSavepoint();
                    try {
                        sql.execute("set session_replication_role = " + role);
                        int rows = sql.executeUpdate("update " + table + " set " + name + " = " + value
                                + " where network = '" + network + "'");
                        if (rows > 0) marked++;
                        break;
                    } catch (SQLException refused) {
                        connection.rollback(before);
                    }
                }
            }
            connection.commit();
        }
        return marked;
    }

    private List<String> columns() {
        return db.sql("""
                        select n.nspname || '.' || c.relname || '.' || quote_ident(a.attname)
                          from pg_attribute a
                          join pg_class c on c.oid = a.attrelid
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r' and a.atttypid = 'text'::regtype and not a.attisdropped and a.attgenerated = ''
                           and n.nspname not in ('pg_catalog', 'information_schema')
                           and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'network')
                           and (n.nspname <> 'platform' or c.relname = 'search_entry')
                           and (c.relname, a.attname) <> ('search_entry', 'kind')
                         order by 1
                        """).query(String.class).list();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("wirknetz.db.url"),
                environment.getRequiredProperty("wirknetz.db.user"),
                environment.getProperty("wirknetz.db.password", ""));
    }
}
