package org.wirknetz.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.Wirknetz;
import org.wirknetz.access.Networks;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.database.TestDatabase;

/// The verbs that work in a database, one after the other in one installation, as an operator would: each finds what
/// the
/// one before has left. The installation is named by a file of settings.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerbsTests {

    private static final String DATABASE = "console_verbs";
    private static final String OWNER = "console_owner";
    private static final String EXAMPLE = "../docs/examples/lindenfurt";

    @TempDir
    static Path folder;

    private static String[] with(String... arguments) {
        var all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = folder.resolve("wirknetz.conf").toString();
        all[arguments.length + 2] = "--data";
        all[arguments.length + 3] = folder.resolve("home").toString();
        return all;
    }

    @BeforeAll
    static void install() throws Exception {
        settings(database(DATABASE));
    }

    /// A database as docs/operating.md asks for: its owner is no superuser.
    private static String database(String name) throws SQLException {
        var url = TestDatabase.createDatabase(name, null);
        sql("postgres", """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login password '%1$s';
                    end if;
                end $$
                """.formatted(OWNER));
        sql("postgres", "grant wirknetz_app to " + OWNER);
        sql("postgres", "alter database " + name + " owner to " + OWNER);
        return url;
    }

    private static void settings(String url) throws IOException {
        Files.writeString(folder.resolve("wirknetz.conf"), """
                wirknetz.db.url=%s
                wirknetz.db.user=%s
                wirknetz.db.password=%s
                wirknetz.base-url=https://netz.example
                wirknetz.clock=2026-11-23
                """.formatted(url, OWNER, OWNER));
    }

    @AfterAll
    static void drop() {
        TestDatabase.dropDatabase(DATABASE);
        TestDatabase.dropDatabase(DATABASE + "_restored");
    }

    @Test
    @Order(1)
    void an_operator_is_created_once_and_gets_a_link_of_this_house() {
        var create = with("user", "create", "--operator", "--email", "kim.vogt@host.example", "--name", "Kim Vogt");
        var first = Typed.german(create);
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("Das Konto kim.vogt@host.example ist angelegt.", "https://netz.example/set-up/");
        var again = Typed.german(create);
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.err()).isNotBlank();
        var nowhere = Typed.in(Locale.ENGLISH, with("user", "reset", "nobody@host.example"));
        assertThat(nowhere.code()).isEqualTo(3);
        assertThat(nowhere.err()).contains("nobody@host.example");
        assertThat(Typed.german(with("user", "create", "--email", "kim", "--name", "Kim"))
                        .code())
                .isEqualTo(3);
    }

    @Test
    @Order(2)
    void a_lost_way_in_is_given_again_and_an_account_can_be_locked() throws SQLException {
        var reset = Typed.german(with("user", "reset", "Kim.Vogt@host.example", "--second-factor"));
        assertThat(reset.code()).isZero();
        assertThat(reset.out()).contains("https://netz.example/set-up/");
        assertThat(Typed.german(with("user", "disable", "kim.vogt@host.example"))
                        .code())
                .isZero();
        assertThat(disabled()).isTrue();
        assertThat(Typed.german(with("user", "enable", "kim.vogt@host.example")).code())
                .isZero();
        assertThat(disabled()).isFalse();
    }

    @Test
    @Order(3)
    void a_demo_does_not_come_among_people() throws SQLException {
        var demo = Typed.german(with("demo", "--port", "0"));
        assertThat(demo.code()).isEqualTo(2);
        assertThat(demo.err()).startsWith("In dieser Installation arbeiten schon Menschen");
        assertThat(count("select count(*) from access.account")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void a_list_is_tried_then_imported_then_found_unchanged() throws SQLException {
        found("netz");
        var tried = Typed.german(with("import", "--network", "netz", "--dry-run", EXAMPLE));
        assertThat(tried.code()).as(tried.err()).isZero();
        assertThat(count("select count(*) from directory.organisation")).isZero();
        var imported = Typed.german(with("import", "--network", "netz", EXAMPLE));
        assertThat(imported.code()).as(imported.err()).isZero();
        var organisations = count("select count(*) from directory.organisation");
        assertThat(organisations).isGreaterThan(40);
        assertThat(Typed.german(with("import", "--network", "netz", EXAMPLE)).code())
                .isZero();
        assertThat(count("select count(*) from directory.organisation")).isEqualTo(organisations);
    }

    @Test
    @Order(5)
    void a_refused_list_stores_nothing_and_names_the_line() throws IOException, SQLException {
        var before = count("select count(*) from directory.organisation");
        var list = Files.createDirectory(folder.resolve("list"));
        Files.writeString(list.resolve("organisations.csv"), "key;name\nneu;Neu\n");
        Files.writeString(list.resolve("ties.csv"), "from;to;kind\nneu;fehlt;INFO\n");
        var refused = Typed.german(with("import", "--network", "netz", list.toString()));
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("ties.csv", "fehlt");
        assertThat(count("select count(*) from directory.organisation")).isEqualTo(before);
        var nowhere = Typed.german(with("import", "--network", "anderswo", EXAMPLE));
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).startsWith("Ein Netzwerk mit der Kurzadresse „anderswo“ gibt es hier nicht.");
        assertThat(Typed.german(with("import", "--network", "netz", "nirgends.csv"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    void several_formats_are_written_at_once() throws Exception {
        var out = folder.resolve("export/today");
        var said = Typed.german(with(
                "export",
                "--network",
                "netz",
                "--format",
                "zip,xlsx,csv,vcard,ics,graphml,gexf,zip",
                "--out",
                out.toString()));
        assertThat(said.code()).as(said.err()).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(it -> it.getFileName().toString()).sorted())
                    .containsExactly(
                            "netz.csv.zip",
                            "netz.gexf",
                            "netz.graphml",
                            "netz.ics",
                            "netz.vcf",
                            "netz.wirknetz.zip",
                            "netz.xlsx");
        }
        assertThat(root(out.resolve("netz.graphml"))).isEqualTo("graphml");
        assertThat(root(out.resolve("netz.gexf"))).isEqualTo("gexf");
        assertThat(Files.readString(out.resolve("netz.ics"))).startsWith("BEGIN:VCALENDAR\r\n");
        try (var workbook = new ZipFile(out.resolve("netz.xlsx").toFile())) {
            assertThat(workbook.getEntry("xl/workbook.xml")).isNotNull();
        }
        var check = Typed.german(
                "check",
                out.resolve("netz.csv.zip").toString(),
                "--out",
                out.resolve("check").toString());
        assertThat(check.code()).as(check.err()).isZero();
    }

    @Test
    @Order(7)
    void a_backup_is_for_its_owner_alone_and_comes_back_elsewhere() throws Exception {
        var file = folder.resolve("backup.zip");
        var saved = Typed.german(with("backup", file.toString()));
        assertThat(saved.code()).as(saved.err()).isZero();
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(Typed.german("restore", "--verify", file.toString()).code()).isZero();
        var people = count("select count(*) from directory.person");
        var here = TestDatabase.server().url(DATABASE);

        var full = Typed.german(with("restore", file.toString()));
        assertThat(full.code()).isEqualTo(3);
        assertThat(full.err()).contains("--replace");

        change("update access.network set name = 'Anders'");
        assertThat(Typed.german(with("restore", "--replace", file.toString())).code())
                .isZero();
        assertThat(count("select count(*) from access.network where name = 'Anders'"))
                .isZero();

        settings(database(DATABASE + "_restored"));
        var elsewhere = with("restore", file.toString());
        elsewhere[elsewhere.length - 1] = folder.resolve("elsewhere").toString();
        var restored = Typed.german(elsewhere);
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(countIn(DATABASE + "_restored", "select count(*) from directory.person"))
                .isEqualTo(people);
        settings(here);
    }

    @Test
    @Order(8)
    void a_sealed_backup_opens_to_its_passphrase_alone() throws Exception {
        var file = folder.resolve("sealed.pgp");
        var key = Files.writeString(folder.resolve("key"), "ein langes Kennwort für die Sicherung\n");
        var wrong = Files.writeString(folder.resolve("wrong"), "ein anderes Kennwort für die Sicherung\n");
        var saved = Typed.german(with("backup", file.toString(), "--passphrase-file", key.toString()));
        assertThat(saved.code()).as(saved.err()).isZero();
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("manifest.json", "wirknetz-backup");
        for (var arguments : new String[][] {
            {"restore", "--verify", file.toString()},
            {"restore", "--replace", file.toString(), "--passphrase-file", wrong.toString()}
        }) {
            var refused = Typed.german(with(arguments));
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("Kennwort");
        }
        change("update access.network set name = 'Anders'");
        var back = Typed.german(with("restore", "--replace", file.toString(), "--passphrase-file", key.toString()));
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(count("select count(*) from access.network where name = 'Anders'"))
                .isZero();
        try (var left = Files.list(folder.resolve("home"))) {
            assertThat(left.filter(it -> it.getFileName().toString().startsWith("restore.")))
                    .isEmpty();
        }
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var damaged = Typed.german(with("restore", "--replace", file.toString(), "--passphrase-file", key.toString()));
        assertThat(damaged.code()).isEqualTo(3);
        assertThat(damaged.err()).contains("beschädigt");
        Files.writeString(key, "kurz\n");
        assertThat(Typed.german(with("backup", file.toString(), "--passphrase-file", key.toString()))
                        .code())
                .isEqualTo(2);
    }

    private static String root(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement()
                .getTagName();
    }

    private static void found(String slug) {
        var installation = new Installation();
        installation.config = folder.resolve("wirknetz.conf");
        installation.data = folder.resolve("home");
        try (var program = installation.program(Wirknetz.class)) {
            program.getBean(Networks.class)
                    .found(new NetworkId(UUID.randomUUID()), slug, "Fachkräftenetz", "nachqualifizierung", false);
        }
    }

    private static boolean disabled() throws SQLException {
        return count("select count(*) from access.account where disabled") == 1;
    }

    private static long count(String question) throws SQLException {
        return countIn(DATABASE, question);
    }

    private static long countIn(String database, String question) throws SQLException {
        var server = TestDatabase.server();
        try (var connection =
                        DriverManager.getConnection(server.url(database), server.ownerUser(), server.ownerPassword());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static void change(String statement) throws SQLException {
        sql(DATABASE, statement);
    }

    private static void sql(String database, String statement) throws SQLException {
        var server = TestDatabase.server();
        try (var connection =
                        DriverManager.getConnection(server.url(database), server.ownerUser(), server.ownerPassword());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
