package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleInCellTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Anna Berg | ONE | Anna Berg",
                "Berg, Anna | ONE | Berg, Anna",
                "von der Heide, Anna Maria | ONE | von der Heide, Anna Maria",
                "Berg, Dr. Anna | ONE | Berg, Dr. Anna",
                "Anna Berg, M.A. | ONE | Anna Berg, M.A.",
                "Anna Berg (Leitung, bis 2024) | ONE | Anna Berg (Leitung, bis 2024)",
                "Dr. Anna Berg, Max Stolz | WHOLE_NAMES | Dr. Anna Berg + Max Stolz",
                "Anna Berg, M.A., Max Stolz | WHOLE_NAMES | Anna Berg, M.A. + Max Stolz",
                "Frau Berg, Herr Stolz | WHOLE_NAMES | Frau Berg + Herr Stolz",
                "Anna Berg und Max Stolz | WHOLE_NAMES | Anna Berg + Max Stolz",
                "Anna Berg/Max Stolz | WHOLE_NAMES | Anna Berg + Max Stolz",
                "Anna Berg (ehemalig), Max Stolz | WHOLE_NAMES | Anna Berg (ehemalig) + Max Stolz",
                "Berg, Anna und Stolz, Max | WHOLE_NAMES | Berg, Anna + Stolz, Max",
                "Anna Berg, Max Stolz und Eva Lind | WHOLE_NAMES | Anna Berg + Max Stolz + Eva Lind",
                "Berg, Anna; Stolz, Max | SEPARATED | Berg, Anna + Stolz, Max",
                "Berg / Stolz | SEPARATED | Berg + Stolz",
                "Berg, Anna, Stolz, Max | BY_TURNS | Berg, Anna + Stolz, Max",
                "Anna und Max Berg | OPEN | Anna und Max Berg",
                "Herr und Frau Berg | OPEN | Herr und Frau Berg",
                "Anna Berg, Max Stolz, Vertretung | OPEN | Anna Berg, Max Stolz, Vertretung",
                "Empfang/Verwaltung | OPEN | Empfang/Verwaltung"
            })
    void a_cell_names_as_many_people_as_it_says(String text, PeopleInCell.How how, String names) {
        var found = PeopleInCell.of(text);
        assertThat(String.join(" + ", found.names())).isEqualTo(names);
        assertThat(found.how()).isEqualTo(how);
    }

    @ParameterizedTest
    @CsvSource({"'Anna Berg\nMax Stolz'", "'Anna Berg;Max Stolz'", "'Anna Berg;;Max Stolz;'"})
    void a_line_end_parts_people(String text) {
        assertThat(PeopleInCell.of(text).names()).containsExactly("Anna Berg", "Max Stolz");
    }

    @ParameterizedTest
    @CsvSource({"N.N.", "vakant", "''", "-"})
    void nobody_is_nobody(String text) {
        assertThat(PeopleInCell.of(text).names()).isEmpty();
    }
}
