package org.wirknetz.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The same page for other eyes: at 400 % (320 px), in the colours a person forced on it, on paper. Each says what is
/// wrong, or nothing.
final class Renderings {

    /// Between the margins of A4, as Chromium counts.
    private static final int PAPER = 673;

    private Renderings() {}

    static List<String> faults(Page page) {
        var faults = new ArrayList<String>();
        outline(page).ifPresent(it -> faults.add("read aloud: " + it));
        narrow(page).ifPresent(it -> faults.add("at 320 px: " + it));
        paper(page).ifPresent(it -> faults.add("on paper: " + it));
        forced(page).ifPresent(it -> faults.add("in forced colours: " + it));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null).setForcedColors(null));
        return faults;
    }

    /// One name of the page, no skipped level of headings, every table called something.
    private static Optional<String> outline(Page page) {
        return said(page, """
                () => {
                  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(it => it.checkVisibility()).map(it => +it.tagName[1]);
                  const skipped = levels.some((level, at) => at > 0 && level > levels[at - 1] + 1) ? ['a level of headings is skipped'] : [];
                  const names = levels.filter(it => it === 1).length;
                  const nameless = [...document.querySelectorAll('main table')]
                    .filter(it => !it.caption && !it.ariaLabel && !it.hasAttribute('aria-labelledby')).length;
                  return skipped.concat(names === 1 ? [] : [names + ' names of the page'])
                    .concat(nameless === 0 ? [] : [nameless + ' tables without a name']).join(', ');
                }
                """);
    }

    /// Nothing but a table or a row of pages scrolls sideways.
    private static Optional<String> narrow(Page page) {
        page.setViewportSize(320, 640);
        return said(page, """
                async () => {
                  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  return document.documentElement.scrollWidth <= 320 ? '' : document.documentElement.scrollWidth + ' px wide: '
                  + [...document.querySelectorAll('main *')]
                      .filter(it => it.getBoundingClientRect().right > 321 && !it.closest('.sheet, .pages, svg'))
                      .slice(0, 3).map(it => it.tagName + '.' + it.className).join(', ');
                }
                """);
    }

    /// What is for the hand is gone, and no table is cut off.
    private static Optional<String> paper(Page page) {
        page.setViewportSize(PAPER, 950);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return said(page, """
                () => {
                  const seen = it => it.checkVisibility() && it.getBoundingClientRect().height > 0;
                  const hands = ['.rooms', '.bottombar', '.toolbar', '.pages', '.footer', '.search', '.selection']
                    .filter(it => [...document.querySelectorAll(it)].some(seen));
                  const cut = [...document.querySelectorAll('table')]
                    .filter(it => seen(it) && !it.closest('.matrix') && it.getBoundingClientRect().right > innerWidth + 1)
                    .map(it => 'a table of ' + Math.round(it.getBoundingClientRect().right) + ' px');
                  return hands.concat(cut).join(', ');
                }
                """);
    }

    /// No mark of a drawing vanishes, and where one is can be seen without colour.
    private static Optional<String> forced(Page page) {
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.ACTIVE));
        return said(page, """
                () => {
                  const ground = getComputedStyle(document.body).backgroundColor;
                  const gone = paint => paint === 'none' || paint === ground;
                  const marks = [...document.querySelectorAll('main svg :is(path, circle)[class]')]
                    .filter(it => it.checkVisibility() && gone(getComputedStyle(it).fill) && gone(getComputedStyle(it).stroke))
                    .map(it => it.getAttribute('class'));
                  const places = [...document.querySelectorAll(':is(.rooms, .pages) [aria-current]')]
                    .filter(it => it.checkVisibility())
                    .filter(it => { const s = getComputedStyle(it); return !(parseFloat(s.borderBlockEndWidth) > 0 || parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== 'none'); })
                    .map(it => it.textContent.trim());
                  return [...new Set(marks.concat(places))].join(', ');
                }
                """);
    }

    private static Optional<String> said(Page page, String question) {
        return Optional.of((String) page.evaluate(question)).filter(it -> !it.isEmpty());
    }
}
