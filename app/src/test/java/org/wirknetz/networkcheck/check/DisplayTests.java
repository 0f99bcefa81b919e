package org.wirknetz.networkcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirknetz.networkcheck.check.MeasureId.*;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.SizeGate;

/// The table of what may be shown of how many organisations (`domain.md` 5.1), in words.
class DisplayTests {

    private static final String FEW = "bei 8 Organisationen nicht als Kennzahl ausgewiesen";

    private static String index(SizeGate gate, MeasureId id, double value) {
        return new Display(gate, false, new CheckWords(Locale.GERMAN))
                .of(id, value, OptionalDouble.empty(), OptionalDouble.empty(), id.structural());
    }

    private static String ratio(SizeGate gate, MeasureId id, double part, double whole) {
        return new Display(gate, false, new CheckWords(Locale.GERMAN))
                .of(id, part / whole, OptionalDouble.of(part), OptionalDouble.of(whole), id.structural());
    }

    @Test
    void five_to_nine_organisations_have_counts_and_distances() {
        var eight = SizeGate.of(8);
        assertThat(ratio(eight, DENSITY, 9, 28)).isEqualTo("9 von 28");
        assertThat(index(eight, PATH_LENGTH, 60 / 28.0)).isEqualTo("2,1");
        assertThat(index(eight, DIAMETER, 4)).isEqualTo("4");
        assertThat(index(eight, EFFICIENCY, 0.595)).isEqualTo(FEW);
        assertThat(index(eight, EI_INDEX, -0.78)).isEqualTo(FEW);
        assertThat(index(SizeGate.of(4), PATH_LENGTH, 1.5)).isEqualTo("bei 4 Organisationen nicht ausgewiesen");
    }

    @Test
    void ten_to_nineteen_have_indices_of_two_digits_and_groups() {
        var twelve = SizeGate.of(12);
        assertThat(index(twelve, PATH_LENGTH, 2.1449)).isEqualTo("2,1");
        assertThat(index(twelve, EFFICIENCY, 0.6)).isEqualTo("0,60");
        assertThat(index(twelve, EI_INDEX, -7 / 9.0)).isEqualTo("−0,78");
        assertThat(ratio(twelve, PAIRS_WITHIN_TWO, 50, 66)).isEqualTo("76\u202f%");
        assertThat(index(twelve, COORDINATOR_DEPENDENCY, 0.5846)).isEqualTo("58\u202f%");
    }

    @Test
    void twenty_have_everything() {
        var twenty = SizeGate.of(20);
        assertThat(index(twenty, PATH_LENGTH, 1.98)).isEqualTo("1,98");
        assertThat(index(twenty, EFFICIENCY, 0.6)).isEqualTo("0,60");
        assertThat(ratio(twenty, DENSITY, 19, 190)).isEqualTo("10,0\u202f%");
    }

    @Test
    void what_is_too_little_documented_is_not_shown_unless_it_does_not_rest_on_ties() {
        var thin = SizeGate.of(20, 0.59);
        assertThat(index(thin, EFFICIENCY, 0.6))
                .isEqualTo("nicht ausgewiesen, weil nur zu 59\u202f% der Organisationen eine Verbindung bekannt ist");
        assertThat(index(thin, GINI, 0.631)).isEqualTo("0,63");
        assertThat(ratio(thin, OPERATIVE_REACH, 5, 9)).isEqualTo("5 von 9");
        assertThat(index(SizeGate.of(20, 0.79), EFFICIENCY, 0.6)).isEqualTo("0,60 (eingeschränkt)");
        assertThat(index(SizeGate.of(20, 0.8), EFFICIENCY, 0.6)).isEqualTo("0,60");
        assertThat(index(SizeGate.of(3), SHORT_PUBLIC_SHARE, 0.8)).isEqualTo("80\u202f%");
    }
}
