package org.wirknetz.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// `./wirknetz bench slider`: a hand moves the time slider of the map back and forth, one step a frame: 500
/// organisations, 1,500 ties through twelve quarters, in the browser. What is told is the time from one
/// picture to the next and what script takes of it. Not part of the tests: it is run by its name. Aim: 60
/// pictures a second.
@Journey
class SliderBench {

    private static final int ORGANISATIONS = 500;
    private static final int TIES = 1_500;
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);

    /// Script is what the frames' own work takes, measured around each of them.
    private static final String SLIDES = """
            async () => {
              const slider = document.querySelector('input.map-time');
              const steps = Number(slider.max);
              const real = window.requestAnimationFrame.bind(window);
              let script = 0;
              const timed = (work) => { const begun = performance.now(); work(); script += performance.now() - begun; };
              window.requestAnimationFrame = (work) => real((now) => timed(() => work(now)));
              const [intervals, scripts] = [[], []];
              let [last, at, way] = [0, 0, 1];
              for (let frame = 0; frame < 600; frame++) {
                const now = await new Promise((done) => real(done));
                if (frame > 60) { intervals.push(now - last); scripts.push(script); }
                last = now;
                script = 0;
                if (at + way < 0 || at + way > steps) way = -way;
                at += way;
                timed(() => { slider.value = at; slider.dispatchEvent(new Event('input', { bubbles: true })); });
              }
              window.requestAnimationFrame = real;
              const sorted = (all) => all.sort((one, other) => one - other);
              const [i, s] = [sorted(intervals), sorted(scripts)];
              const part = (all, share) => all[Math.floor(all.length * share)];
              return { steps, nodes: document.querySelector('canvas.map-picture') ? 'canvas' : 'svg',
                interval: [part(i, 0.5), part(i, 0.95)], script: [part(s, 0.5), part(s, 0.95)] };
            }
            """;

    @LocalServerPort
    int port;

    @Autowired
    FreshNetworks networks;

    @Test
    void a_hand_on_the_slider() {
        var fresh = networks.network();
        fill(fresh);
        try (var aylin = Guest.at(port).speaking("de").signedIn(fresh.email(), Guest.PASSWORD)) {
            var page = aylin.page();
            for (int width : List.of(1440, 390)) {
                page.setViewportSize(width, 900);
                aylin.opens(fresh.path() + "/check/map");
                page.waitForSelector("figure.is-live input.map-time");
                page.locator("figure.is-live").scrollIntoViewIfNeeded();
                tell(width, page.evaluate(SLIDES));
            }
        }
    }

    private static void tell(int width, Object measured) {
        var told = (Map<?, ?>) measured;
        var interval = (List<?>) told.get("interval");
        var script = (List<?>) told.get("script");
        assertThat(((Number) told.get("steps")).intValue()).isGreaterThanOrEqualTo(11);
        System.out.printf(
                "slider, %d organisations, %d px, %s; load %.1f: picture to picture median %.1f ms, 95 of 100 within %.1f ms;"
                        + " script %.1f and %.1f ms%n",
                ORGANISATIONS,
                width,
                told.get("nodes"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                number(interval.getFirst()),
                number(interval.getLast()),
                number(script.getFirst()),
                number(script.getLast()));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static void fill(FreshNetworks.Fresh fresh) {
        var random = new SplittableRandom(42);
        var organisations = new UUID[ORGANISATIONS];
        for (int at = 0; at < ORGANISATIONS; at++) {
            organisations[at] = fresh.stage().organisation("Partner " + at);
            write(
                    fresh,
                    "insert into directory.membership (network, organisation, status, valid_from) values (platform.network(), ?, 'ACTIVE', ?)",
                    organisations[at],
                    FIRST.plusDays(random.nextInt(at < 300 ? 1 : 1_000)));
        }
        var tied = new HashSet<Set<Integer>>();
        while (tied.size() < TIES) {
            int one = random.nextInt(ORGANISATIONS);
            int other = random.nextInt(5) == 0
                    ? random.nextInt(ORGANISATIONS)
                    : (one + 1 + random.nextInt(15)) % ORGANISATIONS;
            if (one == other || !tied.add(Set.of(one, other))) continue;
            var from = FIRST.plusDays(random.nextInt(900));
            write(
                    fresh,
                    """
                    insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength, mutual, valid_from, valid_to)
                    values (platform.network(), ?, ?, 'INFO', ?, ?, ?, ?)
                    """,
                    organisations[one],
                    organisations[other],
                    1 + random.nextInt(5),
                    random.nextBoolean(),
                    from,
                    random.nextInt(4) == 0 ? from.plusDays(200 + random.nextInt(200)) : null);
        }
    }

    private static void write(
            FreshNetworks.Fresh fresh, String sql, @org.jspecify.annotations.Nullable Object... values) {
        fresh.stage()
                .inside(() -> fresh.stage().ask(db -> db.sql(sql).params(values).update()));
    }
}
