package org.wirknetz.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the console answers before it needs a database: help, mistakes, settings, the network check.
class ConsoleTests {

    private static final String EXAMPLE = "../docs/examples/lindenfurt";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve",
                "check",
                "import",
                "export",
                "user",
                "user create",
                "user reset",
                "user disable",
                "user enable",
                "backup",
                "restore",
                "doctor",
                "help"
            })
    void every_verb_explains_itself_in_both_languages(String verb) {
        var arguments = (verb + " --help").strip().split(" ");
        var german = Typed.in(Locale.GERMAN, arguments);
        var english = Typed.in(Locale.ENGLISH, arguments);
        assertThat(german.code()).isZero();
        assertThat(english.code()).isZero();
        assertThat(german.out()).contains("Aufruf: wirknetz").doesNotContain("Show this", "Print version");
        assertThat(english.out()).contains("Usage: wirknetz").isNotEqualTo(german.out());
        // An option without a sentence ends with its name.
        assertThat(german.out()
                        .lines()
                        .filter(it -> it.matches("\\s+(-\\w, )?\\s*--\\S+"))
                        .map(String::strip)
                        .filter(it -> german.out().lines().noneMatch(next -> next.startsWith("            "))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--lang de", "help"})
    void without_a_verb_the_overview_is_shown(String arguments) {
        var said = Typed.german(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Aufruf:", "check", "restore", "Führt alle Prüfungen aus");
    }

    @Test
    void every_verb_tells_its_release() {
        for (var verb : List.of(new String[] {"--version"}, new String[] {"check", "--version"})) {
            assertThat(Typed.german(verb).out()).startsWith("wirknetz ");
        }
    }

    @Test
    void a_mistake_is_answered_with_one_sentence_and_two() {
        told("Diesen Befehl gibt es nicht: tanze", "tanze");
        told("Diese Angabe gibt es hier nicht: --bunt", "check", "x", "--bunt");
        told("Es fehlt: INPUT.", "check");
        told("Es fehlt: --network, FILE.", "import");
        told("Das ist zu viel: zwei", "backup", "eins", "zwei");
        told("Der Wert „viele“ passt nicht zu --port.", "serve", "--port", "viele");
        told("Der Wert „doc“ passt nicht zu --format.", "export", "--network", "n", "--format", "doc");
        told("--out darf nur einmal stehen.", "check", "x", "--out", "a", "--out", "b");
        assertThat(Typed.in(Locale.ENGLISH, "import").err())
                .isEqualTo("Missing: --network, FILE.\nHelp: ./wirknetz import --help\n");
    }

    private static void told(String sentence, String... arguments) {
        var said = Typed.german(arguments);
        assertThat(said.err()).startsWith(sentence + "\nHilfe: ./wirknetz");
        assertThat(said.err().lines()).hasSize(2);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void courses_cannot_be_exported_before_there_are_any() {
        told(
                "openQ-cat beschreibt Kursangebote, und Wirknetz führt noch keine. Wählen Sie für netz ein anderes Format,"
                        + " zum Beispiel zip oder xlsx.",
                "export",
                "--network",
                "netz",
                "--format",
                "zip,openqcat");
    }

    @Test
    void a_wrong_setting_stops_the_start_with_a_sentence() throws IOException {
        refusedSetting("port=neun", "WIRKNETZ_PORT muss eine Zahl bis 65535 sein, ist aber: neun");
        refusedSetting("port=70000", "WIRKNETZ_PORT muss eine Zahl bis 65535 sein, ist aber: 70000");
        refusedSetting("proxy=127.0.0.1, foo", "WIRKNETZ_PROXY muss die Adressen der Proxys nennen");
        refusedSetting("clock=gestern", "WIRKNETZ_CLOCK muss ein Datum");
        refusedSetting("db.pool=viele", "Die Einstellung WIRKNETZ_DB_POOL hat keinen brauchbaren Wert: viele");
        refusedSetting("db.url=mysql://host/netz\nwirknetz.db.user=x", "WIRKNETZ_DB_URL muss mit postgresql://");
        refusedSetting("db.url=postgresql://127.0.0.1:1/netz", "Zu WIRKNETZ_DB_URL fehlt WIRKNETZ_DB_USER.");
        refusedSetting(
                "db.url=postgresql://127.0.0.1:1/netz\nwirknetz.db.user=x",
                "Unter postgresql://127.0.0.1:1/netz antwortet kein PostgreSQL.");
    }

    private void refusedSetting(String line, String sentence) throws IOException {
        var config = Files.writeString(folder.resolve("wirknetz.conf"), "wirknetz." + line + "\n");
        var said = Typed.german(
                "serve",
                "--config",
                config.toString(),
                "--data",
                folder.resolve("home").toString());
        assertThat(said.err()).startsWith(sentence);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void a_missing_file_of_settings_is_named() {
        var said = Typed.german("doctor", "--config", "nirgends.conf");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("Die Datei mit Einstellungen lässt sich nicht lesen: nirgends.conf\n");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));
        var said = Typed.german(
                "backup",
                folder.resolve("x.zip").toString(),
                "--data",
                file.resolve("home").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(file.toString());
    }

    @Test
    void the_check_ends_with_the_code_of_the_contract() throws IOException {
        var out = folder.resolve("out").toString();
        assertThat(Typed.german("check", EXAMPLE, "--out", out, "--as-of", "2026-11-23")
                        .code())
                .isZero();
        assertThat(Path.of(out).resolve("check.json")).exists();
        var strange = Files.createDirectory(folder.resolve("strange"));
        Files.writeString(strange.resolve("organisations.csv"), "key;name\na;A\nb;B\n");
        Files.writeString(strange.resolve("ties.csv"), "from;to;kind\na;nobody;INFO\n");
        var refused = Typed.german("check", strange.toString(), "--out", out + "2");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("ties.csv", "2", "nobody");
        assertThat(Path.of(out + "2")).doesNotExist();
        Files.writeString(strange.resolve("ties.csv"), "from;to;kind\na;b;INFO\n");
        Files.writeString(strange.resolve("organisations.csv"), "key;name;coordinator\na;A;ja\nb;B;ja\n");
        assertThat(Typed.german("check", strange.toString(), "--out", out + "3").code())
                .isZero();
        assertThat(Typed.german("check", strange.toString(), "--out", out + "3", "--strict")
                        .code())
                .isEqualTo(4);
        assertThat(Typed.german("check", EXAMPLE, "--as-of", "morgen").code()).isEqualTo(2);
        assertThat(Typed.german("check", EXAMPLE, "--format", "doc").code()).isEqualTo(2);
    }
}
