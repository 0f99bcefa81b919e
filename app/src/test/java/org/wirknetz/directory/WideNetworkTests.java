package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (organisation|person|mandate|position|search_entry|organisation_line|person_line|membership|tie)\\b");
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
        boolean plansTold = explainsOpenParameters();
        var card = stage.<String>ask(db -> db.sql("select id::text from directory.organisation where key = 'w2000'")
                .query(String.class)
                .single());
        var area = stage.<String>ask(db -> db.sql("select id::text from directory.area where key = 'a7'")
                .query(String.class)
                .single());
        var group = stage.<String>ask(db -> db.sql("select actor_group::text from directory.organisation_group limit 1")
                .query(String.class)
                .single());
        for (var page : List.of(
                "/organisations",
                "/organisations?page=60",
                "/organisations?sort=-name&page=60",
                "/organisations?sort=city&page=60",
                "/organisations?sort=-short_name&page=60",
                "/organisations?sort=status&page=60",
                "/organisations?sort=-status&page=60",
                "/organisations?sort=since&page=60",
                "/organisations?sort=-since&page=60",
                "/organisations?sort=area&page=60",
                "/organisations?status=MEMBER&page=20",
                "/organisations?status=NONE&sort=-name",
                "/organisations?status=ACTIVE&sort=since",
                "/organisations?area=" + area,
                "/organisations?group=" + group,
                "/organisations?gap=person",
                "/organisations?gap=email",
                "/organisations?gap=group",
                "/organisations?gap=area&page=20",
                "/organisations?q=ort+17",
                "/organisations?q=or&sort=since",
                "/people",
                "/people?page=200",
                "/people?sort=-name&page=200",
                "/people?sort=email&page=200",
                "/people?sort=-informed_on&page=200",
                "/people?standing=present&page=60",
                "/people?standing=former&page=60",
                "/people?standing=present&sort=email&page=60",
                "/people?standing=former&sort=-informed_on",
                "/people?standing=present&gap=uninformed&page=60",
                "/people?gap=uninformed&page=60",
                "/people?gap=email&page=60",
                "/ties?page=100",
                "/ties?sort=-to&page=100",
                "/ties?sort=kind&page=100",
                "/ties?sort=-strength&page=100",
                "/ties?sort=since&page=100",
                "/ties?sort=-until&page=100",
                "/ties?sort=confirmed&page=100",
                "/ties?standing=past",
                "/ties?kind=REFERRAL&page=40",
                "/ties?confirmed=both",
                "/organisations/" + card)) {
            var asked = StatementCount.during(() ->
                    mvc.perform(get(stage.path(page)).with(stage.office())).andExpect(status().isOk()));
            assertThat(asked).as(page).hasSizeLessThanOrEqualTo(30);
            if (plansTold) assertThat(wholeTables(stage, asked)).as(page).isEmpty();
        }
        assumeThat(plansTold)
                .as("only PostgreSQL 16 and newer tell a plan without parameters")
                .isTrue();
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

    /// Seen failing with a plain join: every entry of the network was read.
    @Test
    void what_the_visitor_may_see_of_the_findings_is_asked_for_these_alone() throws Exception {
        var stage = cast.network();
        fill(stage);
        var common = "directory.found('[{\"word\": \"Metallbau\", \"forms\": [\"%metallbau%\"]}]', 4, null, null, 300)";
        assertThat(pages(stage, "select e.id from " + common + " e " + Search.FOR_THESE_EYES))
                .isLessThan(2_500);
    }

    private boolean explainsOpenParameters() throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            return connection.getMetaData().getDatabaseMajorVersion() >= 16;
        }
    }

    private List<String> wholeTables(Cast.Stage stage, List<String> asked) throws SQLException {
        var offending = new ArrayList<String>();
        for (var sql : asked) {
            if (!sql.stripLeading().matches("(?s)(select|with).*")
                    || !sql.matches("(?s).*(directory|networkcheck)\\..*")) continue;
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
            statement.execute("set random_page_cost = 1.1"); // as the pool does
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
                            insert into directory.area (network, key, name, level)
                            select platform.network(), 'a' || n, 'Gebiet ' || n, 'DISTRICT' from generate_series(0, 19) n
                            """).update();
            db.sql("""
                            insert into directory.organisation (network, key, name, short_name, city, email, area)
                            select platform.network(), 'w' || n, 'Metallbau ' || n, case when n % 4 > 0 then 'MB ' || n end,
                                   'Ort ' || n % 90, case when n % 50 > 0 then 'w' || n || '@example.org' end,
                                   (select id from directory.area where key = 'a' || n % 25)
                              from generate_series(1, 4000) n
                            """).update();
            db.sql("""
                            insert into directory.membership (network, organisation, status, valid_from)
                            select network, id, case when key like '%1' then 'GUEST' else 'ACTIVE' end, date '2020-01-01' + substr(key, 2)::int
                              from directory.organisation where key like 'w%' and key not like '%3'
                            """).update();
            db.sql("""
                            insert into directory.actor_group (network, key, name_de, name_en)
                            select platform.network(), 'WIDE_' || n, 'Kreis ' || n, 'Circle ' || n from generate_series(0, 9) n
                            """).update();
            db.sql("""
                            insert into directory.organisation_group (network, organisation, actor_group)
                            select o.network, o.id, g.id from directory.organisation o
                              join directory.actor_group g on g.network = o.network and g.key = 'WIDE_' || right(o.key, 1)
                             where o.key like 'w%'
                            """).update();
            return db.sql("""
                            insert into directory.person (network, key, given_name, family_name)
                            select platform.network(), 'p' || n, 'Vor' || n % 300, 'Yıldız ' || n from generate_series(1, 16000) n
                            """).update();
        });
        // What joins the rows is planned by their numbers: without them each is compared with all others.
        analyse("directory.organisation", "directory.person");
        stage.<Integer>ask(db -> {
            db.sql("""
                            insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength, valid_from)
                            select f.network, f.id, t.id, case when n = 1 then 'INFO' else 'REFERRAL' end, 1 + n, date '2020-01-01' + substr(f.key, 2)::int
                              from directory.organisation f cross join generate_series(1, 2) n
                              join directory.organisation t on t.network = f.network and t.key = 'w' || (substr(f.key, 2)::int % 3999 + n)
                             where f.key like 'w%' and f.id <> t.id
                            """).update();
            db.sql("""
                            insert into directory.position (network, person, organisation)
                            select o.network, p.id, o.id from directory.organisation o
                              join directory.person p on p.network = o.network and p.key = 'p' || (4000 + substr(o.key, 2)::int)
                             where o.key like 'w%'
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
                    "directory.organisation",
                    "directory.organisation_line",
                    "directory.organisation_group",
                    "directory.membership",
                    "directory.person",
                    "directory.person_line",
                    "directory.mandate",
                    "directory.position",
                    "networkcheck.tie",
                    "platform.search_entry")) {
                statement.execute("vacuum analyze " + table);
                for (int tries = 1; tries < 50 && !allVisible(statement, table); tries++) {
                    statement.execute("vacuum analyze " + table);
                }
            }
        }
    }

    private void analyse(String... tables) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            for (var table : tables) statement.execute("analyze " + table);
        }
    }

    /// As long as anybody else still reads an older state, a vacuum cannot say that a page needs no look into the
    /// table.
    private static boolean allVisible(Statement statement, String table) throws SQLException {
        try (var found = statement.executeQuery(
                "select relpages > 0 and relallvisible >= 0.9 * relpages from pg_class where oid = '" + table
                        + "'::regclass")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
