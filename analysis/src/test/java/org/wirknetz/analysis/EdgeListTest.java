package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListTest {
    private static Graph parse(String text) {
        return EdgeList.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void two_numbers_a_line_are_a_tie() {
        var graph = parse("0 3\n1\t2\r\n\n3,0");
        assertThat(graph.size()).isEqualTo(4);
        assertThat(graph.ties()).isEqualTo(3);
        assertThat(graph.hasTie(1, 2)).isTrue();
        assertThat(parse("").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 1\n2\n", "0 1\na b", "0 1\n1 2 3", "0 1\n1 99999999999", "0 1\n-1 2", "0 1\n4294967296 1"})
    void a_line_that_is_no_tie_is_named(String text) {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> parse(text))
                .withMessage("Line 2 is not two whole numbers.");
    }
}
