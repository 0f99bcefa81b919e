package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-01|2024-03-01|2024-03-01",
                "01.03.2024|2024-03-01|2024-03-01",
                "1.3.24|2024-03-01|2024-03-01",
                "03/2024|2024-03-01|2024-04-01",
                "03/24|2024-03-01|2024-04-01",
                "seit 3/99|1999-03-01|1999-04-01",
                "März 2024|2024-03-01|2024-04-01",
                "Maerz 2024|2024-03-01|2024-04-01",
                "seit Mai 2019|2019-05-01|2019-06-01",
                "1. Dezember 2023|2023-12-01|2023-12-01",
                "March 1, 2024|2024-03-01|2024-03-01",
                "2019|2019-01-01|2020-01-01",
                "45352|2024-03-01|2024-03-01",
                "3/25/2024|2024-03-25|2024-03-25",
                "2024-03-01 00:00:00|2024-03-01|2024-03-01"
            })
    void dates_as_people_write_them(String written, String begin, String end) {
        assertThat(Dates.parse(Cell.of(written), false)).isEqualTo(begin);
        assertThat(Dates.parse(Cell.of(written), true)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2024", "2023-02-29", "00.01.2024", "13/2024", "13/24", "31. April 2024"})
    void days_that_do_not_exist(String written) {
        assertThatThrownBy(() -> Dates.parse(Cell.of(written), false)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bald", "12", "1.2", "Frühjahr 2024 oder so", "12345678901"})
    void texts_that_are_no_dates(String written) {
        assertThatThrownBy(() -> Dates.parse(Cell.of(written), false)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 €|GERMAN|1234.56",
                "1,234.56|GERMAN|1234.56",
                "1.234|GERMAN|1234",
                "1.234|ENGLISH|1.234",
                "1,234|ENGLISH|1234",
                "1,234|GERMAN|1.234",
                "0,5 h|GERMAN|0.5",
                "0.125|GERMAN|0.125",
                "-12|ENGLISH|-12",
                "1 234 567,8|GERMAN|1234567.8"
            })
    void decimals_in_both_styles(String written, DecimalStyle style, String value) {
        assertThat(Decimals.parse(Cell.of(written), style)).isEqualByComparingTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr. Yılmaz, Ayşe|Dr.|Ayşe|Yılmaz",
                "Frau Ayşe Yılmaz||Ayşe|Yılmaz",
                "Ayşe Yılmaz||Ayşe|Yılmaz",
                "Herr Prof. Dr.-Ing. Jonas Weber|Prof. Dr.-Ing.|Jonas|Weber",
                "Aylin Demir, M.A.|M.A.|Aylin|Demir",
                "Maria von der Heide||Maria|von der Heide",
                "Weber|||Weber",
                "Frau Dr. Demir-Albrecht|Dr.||Demir-Albrecht"
            })
    void names_are_taken_apart(String written, String title, String given, String family) {
        assertThat(PersonName.of(written))
                .isEqualTo(new PersonName(title == null ? "" : title, given == null ? "" : given, family, false));
    }
}
