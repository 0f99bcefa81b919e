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

    @Test
    void a_text_read_in_pieces_is_the_same_and_its_bad_line_is_named_all_the_same() {
        var text = new StringBuilder();
        for (int i = 0; i < 300_000; i++)
            text.append(i).append(' ').append((i * 7L + 1) % 12_345_678).append('\n');
        var bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        assertThat(bytes.length).isGreaterThan(3 << 20);
        var graph = EdgeList.parse(bytes, Effort.threads(3));
        assertThat(graph.ties()).isEqualTo(300_000);
        for (int i = 0; i < 300_000; i += 1_111)
            assertThat(graph.hasTie(i, (int) ((i * 7L + 1) % 12_345_678))).isTrue();
        text.append("1 2 3\n");
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> EdgeList.parse(text.toString().getBytes(StandardCharsets.US_ASCII), Effort.full()))
                .withMessage("Line 300001 is not two whole numbers.");
    }

    @Test
    void numbers_of_any_length_are_read() {
        var graph = parse("1 22\n333 4444\n55555,666666\n7777777\t12345678");
        assertThat(graph.hasTie(1, 22)).isTrue();
        assertThat(graph.hasTie(333, 4444)).isTrue();
        assertThat(graph.hasTie(55555, 666666)).isTrue();
        assertThat(graph.hasTie(7777777, 12345678)).isTrue();
        assertThat(graph.size()).isEqualTo(12345679);
    }

    @Test
    void a_loop_is_refused() {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> parse("0 1\n5 5"))
                .withMessage("The tie from \"5\" to \"5\" leads back to the same node.");
    }
}
