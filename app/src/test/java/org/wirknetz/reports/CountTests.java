package org.wirknetz.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirknetz.platform.Words;

/// What is said of so many of so many tells nobody apart.
class CountTests {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// Every count there can be up to forty. Seen failing with the rest of the whole left unguarded.
    @Test
    void neither_a_small_part_nor_a_small_rest_can_be_read_or_worked_out() {
        for (var locale : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            var speech = new Speech(new Words(), locale, LocalDate.of(2026, 6, 30));
            for (long whole = 0; whole <= 40; whole++) {
                for (long part = 0; part <= whole; part++) {
                    var count = new Count(part, whole);
                    var value = speech.value(count);
                    var said = speech.told(count) + (value == null ? "" : " " + value);
                    long rest = whole - part;
                    if (whole < Count.FEWEST) {
                        assertThat(value).isNull();
                        assertThat(numbers(said)).isEmpty();
                    } else if (part > 0 && part < Count.LEAST || rest > 0 && rest < Count.LEAST) {
                        long left = whole;
                        assertThat(numbers(said))
                                .as(said)
                                .allMatch(it -> it == left || it == Count.LEAST || it == left - Count.LEAST + 1);
                        assertThat(said).isEqualTo(speech.told(count) + " " + speech.told(count));
                        // One and two, or all but one and all but two, look alike.
                        assertThat(speech.told(count))
                                .isEqualTo(speech.told(new Count(part < Count.LEAST ? 1 : whole - 1, whole)));
                    }
                }
            }
        }
    }

    private static java.util.Set<Long> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(it -> Long.valueOf(it.group()))
                .collect(Collectors.toSet());
    }
}
