package org.wirknetz.networkcheck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.networkcheck.check.CheckFiles;
import org.wirknetz.networkcheck.check.CheckFormat;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.CheckResult.Signal;
import org.wirknetz.networkcheck.check.MeasureId;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.NetworkTablesReader;

/// What the alarms of the rooms find in tables, counted by hand.
class TableCheckTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder = Path.of("");

    private void table(String name, String rows) throws IOException {
        Files.writeString(folder.resolve(name + ".csv"), rows);
    }

    private CheckInput input(Locale locale) throws IOException {
        var findings = new Findings();
        var tables = NetworkTablesReader.readFiles(List.of(folder), findings);
        assertThat(findings.refuse()).as(findings.all().toString()).isFalse();
        return new CheckInput("Lindenfurt", MONDAY, tables, null, OptionalDouble.empty(), locale);
    }

    private List<Signal> signals(String rule) throws IOException {
        return TableCheck.of(input(Locale.GERMAN)).signals().stream()
                .filter(it -> it.rule().equals(rule))
                .toList();
    }

    private void eight() throws IOException {
        table("organisations", """
                key,name,coordinator
                A,Koordinierungsstelle,yes
                B,Agentur,no
                C,Jobcenter,no
                D,Handwerkskammer,no
                E,Volkshochschule,no
                F,Metallbau Yıldız GmbH,no
                G,Caritasverband,no
                H,Kulturverein,no
                """);
    }

    /// F, G and H: six ties lead out at the end of 2025, three at the end of March, one at the end of June; two hold
    /// them together. E-I 0.5, 0.2, -1/3: it falls by 0.3 and by 0.53.
    private void closing(String lastEnd) throws IOException {
        eight();
        table("ties", """
                from,to,kind,from_date,to_date
                A,B,INFO,2025-01-01,
                A,C,INFO,2025-01-01,
                A,D,INFO,2025-01-01,
                A,E,INFO,2025-01-01,
                B,C,INFO,2025-01-01,
                D,E,INFO,2025-01-01,
                F,G,INFO,2025-01-01,
                G,H,INFO,2025-01-01,
                F,A,INFO,2025-01-01,
                F,B,INFO,2025-01-01,%1$s
                G,C,INFO,2025-01-01,%1$s
                G,D,INFO,2025-01-01,2026-02-01
                H,E,INFO,2025-01-01,2026-02-01
                H,A,INFO,2025-01-01,2026-02-01
                """.formatted(lastEnd));
    }

    @Test
    void a_part_that_closes_itself_off_is_found_in_the_dates_of_ties() throws IOException {
        closing("2026-05-01");
        var fission = signals("F4");
        assertThat(fission).hasSize(1);
        var signal = fission.getFirst();
        assertThat(signal.subject()).containsExactly("F", "G", "H");
        assertThat(signal.evidence())
                .contains(
                        "Von 6 Verbindungen nach außen am 31.12.2025 ist eine geblieben; die letzten: Metallbau Yıldız GmbH"
                                + " – Koordinierungsstelle.")
                .contains("30.06.2026: 1 nach außen, 2 untereinander, E-I −0,33");
        assertThat(signal.period()).isEqualTo("31.12.2025 bis 23.11.2026");
        assertThat(signal.switchOff()).isNotBlank();
        assertThat(signal.suggestions()).hasSize(1);
    }

    @Test
    void a_part_that_keeps_its_ties_or_ties_without_dates_raise_nothing() throws IOException {
        closing("");
        assertThat(signals("F4")).isEmpty();
        eight();
        table("ties", "from,to,kind\nA,B,INFO\nA,C,INFO\nA,D,INFO\nA,E,INFO\nA,F,INFO\nF,G,INFO\nG,H,INFO\n");
        assertThat(signals("F4")).isEmpty();
        assertThat(signals("M4"))
                .as("ties that alone hold a part are told of by the check")
                .extracting(Signal::subject)
                .containsExactlyInAnyOrder(List.of("A", "F"), List.of("F", "G"));
    }

    private void hub(String ofTheOffice) throws IOException {
        eight();
        table("ties", "from,to,kind\nA,B,INFO\nA,C,INFO\nA,D,INFO\nA,E,INFO\nA,F,INFO\nF,G,INFO\nG,H,INFO\n");
        var others = new StringBuilder();
        for (var key : List.of("B", "C", "D", "E", "F"))
            others.append("%1$s1,%1$s,Beratung,operativ,,%n%1$s2,%1$s,Beratung,operativ,,%n".formatted(key));
        table("mandates", "person,organisation,function,level,from,to\n" + ofTheOffice + others);
        var people = new StringBuilder("key,given_name,family_name\n1,Aylin,Demir\n2,Jonas,Weber\n");
        for (var key : List.of("B", "C", "D", "E", "F"))
            for (int n = 1; n <= 2; n++)
                people.append(key)
                        .append(n)
                        .append(",Person,")
                        .append(key)
                        .append(n)
                        .append('\n');
        table("people", people.toString());
    }

    @Test
    void somebody_on_whom_five_ties_hang_alone_is_named_until_a_second_one_acts_beside() throws IOException {
        hub("1,A,Koordination,operativ,,\n");
        var key = signals("F3");
        assertThat(key).hasSize(1);
        assertThat(key.getFirst().subject()).containsExactly("1");
        assertThat(key.getFirst().evidence()).contains("An Aylin Demir hängen 5 Verbindungen");
        hub("1,A,Koordination,operativ,,\n2,A,Vertretung,operativ,,\n");
        assertThat(signals("F3")).isEmpty();
    }

    @Test
    void somebody_who_leaves_soon_is_named_with_the_last_day() throws IOException {
        hub("1,A,Koordination,operativ,2024-01-01,2027-01-31\n");
        assertThat(signals("F3").getFirst().evidence()).contains("Aylin Demir ist bis 30.01.2027 eingetragen");
        hub("1,A,Koordination,operativ,2024-01-01,2027-06-30\n");
        assertThat(signals("F3").getFirst().evidence()).contains("niemand vertritt diese Person");
    }

    /// Ties A-B, A-C and A-D join leaders alone, A-E a leader and somebody who does the work: three of four pairs.
    @Test
    void leaders_who_know_each_other_alone_are_told_of_by_the_levels_of_mandates() throws IOException {
        eight();
        table("ties", "from,to,kind\nA,B,INFO\nA,C,INFO\nA,D,INFO\nA,E,INFO\n");
        table(
                "people",
                "key,given_name,family_name\n1,Aylin,Demir\n2,Jonas,Weber\n3,Per,Drei\n4,Ina,Vier\n5,Al,Fünf\n6,Bo,Sechs\n");
        table("mandates", """
                person,organisation,level
                1,A,Leitung
                2,B,Leitung
                3,C,Leitung
                4,D,Leitung
                5,E,operativ
                """);
        assertThat(signals("F5")).hasSize(1);
        assertThat(signals("F5").getFirst().evidence())
                .contains("In „Lindenfurt“ kennen sich bei 3 von 4 Paaren nur die Leitungen");
        table("mandates", """
                person,organisation,level
                1,A,Leitung
                6,A,operativ
                2,B,operativ
                3,C,operativ
                4,D,Leitung
                5,E,operativ
                """);
        assertThat(signals("F5"))
                .as("three of four pairs reach the people who do the work")
                .isEmpty();
    }

    @Test
    void whoever_was_at_nothing_for_half_a_year_is_silent_where_attendance_is_told() throws IOException {
        eight();
        table("activities", """
                organisation,kind,date
                A,Teilnahme,2026-10-05
                B,Teilnahme,2026-10-05
                C,Teilnahme,2026-10-05
                D,Teilnahme,2026-10-05
                E,Vortrag,2026-09-01
                F,Teilnahme,2026-03-02
                G,Teilnahme,2026-10-05
                """);
        var silent = signals("C7.3");
        assertThat(silent).extracting(Signal::subject).containsExactlyInAnyOrder(List.of("F"), List.of("H"));
        assertThat(silent)
                .extracting(Signal::evidence)
                .containsExactlyInAnyOrder(
                        "Metallbau Yıldız GmbH war zuletzt am 02.03.2026 bei einem Treffen dabei.",
                        "Kulturverein ist noch bei keinem Treffen festgehalten.");
        table("activities", "organisation,kind,date\nE,Vortrag,2026-09-01\n");
        assertThat(signals("C7.3"))
                .as("a talk says nothing about who else was there")
                .isEmpty();
    }

    @Test
    void a_guest_is_no_silent_partner() throws IOException {
        table("organisations", "key,name,status\nA,Agentur,aktiv\nB,Jobcenter,Gast\nC,Caritasverband,aktiv\n");
        table("activities", "organisation,kind,date\nA,Teilnahme,2026-10-05\n");
        assertThat(signals("C7.3")).extracting(Signal::subject).containsExactly(List.of("C"));
    }

    /// Agenda items 6 and 2 of A and B: being there is no chance to be heard (M2).
    @Test
    void attendance_is_no_chance_to_be_heard() throws IOException {
        table("organisations", "key,name\nA,Koordinierungsstelle\nB,Agentur\n");
        table("activities", "organisation,kind,count\nA,agenda item,6\nB,agenda item,2\n");
        var without =
                TableCheck.of(input(Locale.GERMAN)).measure(MeasureId.GINI).value();
        table("activities", "organisation,kind,count\nA,agenda item,6\nB,agenda item,2\nB,attendance,40\n");
        assertThat(TableCheck.of(input(Locale.GERMAN)).measure(MeasureId.GINI).value())
                .isEqualTo(without)
                .isNotNull();
    }

    @Test
    void the_report_says_which_table_would_let_a_silent_rule_speak() throws IOException {
        eight();
        table("ties", "from,to,kind\nA,B,INFO\n");
        for (var locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            var page = report(locale);
            assertThat(page)
                    .contains(locale == Locale.GERMAN ? "Spalten seit und bis" : "columns from_date and to_date")
                    .contains(locale == Locale.GERMAN ? "Tabelle „Mandate“" : "table “mandates”")
                    .contains(locale == Locale.GERMAN ? "Art „Teilnahme“" : "kind “attendance”");
        }
        closing("2026-05-01");
        assertThat(report(Locale.GERMAN)).contains("ist eine geblieben").doesNotContain("Spalten seit und bis.");
    }

    private String report(Locale locale) throws IOException {
        var input = input(locale);
        var files = new CheckFiles(TableCheck.of(input), input, new Findings()).in(List.of(CheckFormat.HTML));
        return new String(java.util.Objects.requireNonNull(files.get("check.html")), StandardCharsets.UTF_8);
    }
}
