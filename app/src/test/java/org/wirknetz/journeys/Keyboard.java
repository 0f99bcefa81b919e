package org.wirknetz.journeys;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A page without a mouse: every control is reached with Tab, the focus shows wherever it stands, the walk comes to an
/// end, nothing jumps the queue, and a first link leads past the frame.
final class Keyboard {
    private static final int MOST_STEPS = 500;

    private Keyboard() {}

    static List<String> faults(Page page) {
        // A map comes to life after its page and then takes the place of the forms and tables below it.
        page.waitForCondition(() -> Boolean.TRUE.equals(
                page.evaluate("[...document.querySelectorAll('[data-network-map]')].every(it => !!it.networkMap)")));
        @SuppressWarnings("unchecked")
        var faults = new ArrayList<>((List<String>) page.evaluate(script()));
        for (int step = 0; ; step++) {
            if (step == MOST_STEPS) {
                faults.add("the walk with Tab does not end");
                break;
            }
            page.keyboard().press("Tab");
            @SuppressWarnings("unchecked")
            var stop = (Map<String, Object>) page.evaluate("keyboard.step()");
            if (Boolean.TRUE.equals(stop.get("end"))) break;
            var fault = (String) Objects.requireNonNull(stop.get("fault"));
            if (!fault.isEmpty()) faults.add(fault);
        }
        @SuppressWarnings("unchecked")
        var missed = (List<String>) page.evaluate("keyboard.missed()");
        missed.forEach(it -> faults.add("Tab does not reach " + it));
        return faults;
    }

    private static String script() {
        try (var in = Objects.requireNonNull(Keyboard.class.getResourceAsStream("/journeys/keyboard.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
