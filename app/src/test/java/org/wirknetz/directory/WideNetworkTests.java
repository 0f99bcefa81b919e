package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;

/// In a network of thousands, the pages everybody opens all day read indexes, never whole tables, and ask a fixed
/// number
/// of questions. Asked as the program's role, under row-level security. Seen failing without the covering index of
/// names,
/// with the search as a plain query, and with the counts of every actor group in the filters.
@RoomTest
class WideNetworkTests {

    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on (organisation|person|mandate|position|search_entry)\\b");
    private static final Pattern BUFFERS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Value("${wirknetz.db.url}")
    String url;

    @Value("${wirknetz.db.user}")
    String owner;

    @Value("${wirknetz.db.password}")
    String password;

    @Test
    void the_pages_of_a_wide_network_read_indexes_and_ask_few_questions() throws Exception {
        var stage = cast.network();
        fill(stage);
        var card = stage.<String>ask(db -> db.sql("select id::text from directory.organisation where key = 'w2000'")
                .query(String.class)
                .single());
        for (var page : List.of(
                "/organisations",
                "/organisations?page=60",
                "/organisations?sort=-name&page=60",
                "/organisations?sort=city&page=60",
                "/organisations?sort=-short_name&page=60",
                "/organisations/" + card)) {
            var asked = StatementCount.during(() ->
                    mvc.perform(get(stage.path(page)).with(stage.office())).andExpect(status().isOk()));
            assertThat(asked).as(page).hasSizeLessThanOrEqualTo(30);
            assertThat(wholeTables(stage, asked)).as(page).isEmpty();
        }
    }

    @Test
    void search_reads_a_small_part_of_what_can_be_found() throws Exception {
        var stage = cast.network();
        fill(stage);
        assertThat(pages(stage, "select * from platform.search_entry")).isGreaterThan(300);
        for (var found : List.of(
                "directory.found('[{\"word\": \"w2000\", \"forms\": [\"%w2000%\"]}]', 4, null, null, 300)",
                "directory.found('[{\"word\": \"xq\", \"forms\": [\"xq%\", \"% xq%\"]}]', 4, null, null, 300)",
                "directory.found_nearly('Bildungswrk', 4, null, 20)",
                "directory.found('[{\"word\": \"Bildungswrk\", \"forms\": [\"%bildungswrk%\"]}]', 4, null, 'organisation', 20)")) {
            assertThat(pages(stage, "select id from " + found)).as(found).isLessThan(200);
        }
    }

    private List<String> wholeTables(Cast.Stage stage, List<String> asked) throws SQLException {
        var offending = new ArrayList<String>();
        for (var sql : asked) {
            if (!sql.stripLeading().matches("(?s)(select|with).*") || !sql.contains("directory.")) continue;
            var plan = explained(stage, "explain (generic_plan) " + numbered(sql));
            if (WHOLE_TABLE.matcher(plan).find()) offending.add(sql + "\n" + plan);
        }
        return offending;
    }

    private int pages(Cast.Stage stage, String sql) throws SQLException {
        var buffers = BUFFERS.matcher(explained(stage, "explain (analyze, buffers) " + sql));
        if (!buffers.find()) return 0;
        return Integer.parseInt(buffers.group(1)) + (buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2)));
    }

    /// The plan as the program's role gets it; questions are sent as text, because parameters stay open.
    private String explained(Cast.Stage stage, String sql) throws SQLException {
        var text = url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple";
        try (var connection = DriverManager.getConnection(text, owner, password);
                var statement = connection.createStatement()) {
            statement.execute("set role wirknetz_app");
            statement.execute("set wirknetz.network = '" + stage.network().value() + "'");
            statement.execute(sql); // what the session has to learn first is not counted
            var lines = new ArrayList<String>();
            try (var answer = statement.executeQuery(sql)) {
                while (answer.next()) lines.add(answer.getString(1));
            }
            return String.join("\n", lines);
        }
    }

    /// `?` as the server counts them.
    private static String numbered(String sql) {
        var numbered = new StringBuilder();
        int number = 0;
        for (var letter : sql.toCharArray()) {
            if (letter == '?') numbered.append('$').append(++number);
            else numbered.append(letter);
        }
        return numbered.toString();
    }

    private void fill(Cast.Stage stage) throws Exception {
        stage.<Integer>ask(db -> {
            db.sql("""
                            insert into directory.organisation (network, key, name, short_name, city, email)
                            select platform.network(), 'w' || n, 'Metallbau ' || n, case when n % 4 > 0 then 'MB ' || n end, 'Ort ' || n % 90, 'w' || n || '@example.org'
                              from generate_series(1, 4000) n
                            """).update();
            db.sql("""
                            insert into directory.person (network, key, given_name, family_name)
                            select platform.network(), 'p' || n, 'Vor' || n % 300, 'Yıldız ' || n from generate_series(1, 16000) n
                            """).update();
            return db.sql("""
                            insert into directory.mandate (network, person, organisation)
                            select o.network, p.id, o.id from directory.organisation o
                              join directory.person p on p.network = o.network and p.key = 'p' || substr(o.key, 2)
                            """).update();
        });
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "directory.organisation", "directory.person", "directory.mandate", "platform.search_entry")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }
}
