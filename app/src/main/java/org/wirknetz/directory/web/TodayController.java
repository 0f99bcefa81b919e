package org.wirknetz.directory.web;

import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Role;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Completeness;
import org.wirknetz.directory.Errands;
import org.wirknetz.directory.FormerPeople;
import org.wirknetz.directory.Letter;
import org.wirknetz.directory.TargetModels;

/// Heute: a letter with what needs somebody today, most urgent first, whatever room it comes from; below it
/// what is left and what comes this week (C5.1).
@Controller
public class TodayController {

    /// A letter, not a list: three to seven. What is left waits below, folded.
    private static final int MOST = 7;

    private static final int WEEK = 7;

    /// The directory's own piles grow over weeks: they can wait until there is time.
    private static final int SOON = 14;

    private static final int SOME_DAY = 30;

    private final Desk desk;
    private final Clock clock;
    private final Letter letter;
    private final FormerPeople former;
    private final TargetModels targets;
    private final List<Errands> rooms;

    TodayController(
            Desk desk, Clock clock, Letter letter, FormerPeople former, TargetModels targets, List<Errands> rooms) {
        this.desk = desk;
        this.clock = clock;
        this.letter = letter;
        this.former = former;
        this.targets = targets;
        this.rooms = List.copyOf(rooms);
    }

    /// @param urgency days until it is too late, negative when it already is
    /// @param why what it is judged by, and what would make it go away
    public record Item(int urgency, String sentence, String why, String action, String href) {}

    /// What did not find a place in the letter.
    ///
    /// @param title when it is due
    public record Pile(String title, List<Item> items) {}

    @GetMapping({"/w/{network}", "/w/{network}/"})
    ModelAndView today(Visitor visitor) {
        var all = new ArrayList<>(errands(visitor));
        all.addAll(visitor.isOffice() ? office(visitor) : others(visitor));
        all.sort(Comparator.comparingInt(Item::urgency));
        var items = all.stream().limit(MOST).toList();
        var greeting = desk.say("directory.today.greeting." + partOfDay(), visitor.name());
        return desk.page(
                "today",
                desk.say("room.today"),
                List.of(),
                Map.of(
                        "greeting",
                        greeting,
                        "items",
                        items,
                        "left",
                        piles(all.stream().skip(MOST).toList()),
                        "talks",
                        rooms.stream().flatMap(it -> it.talks(visitor).stream()).toList(),
                        "coming",
                        coming(visitor),
                        "empty",
                        visitor.isOffice() && items.isEmpty() && letter.organisations() == 0));
    }

    private List<Item> errands(Visitor visitor) {
        return rooms.stream()
                .flatMap(room -> room.of(visitor).stream())
                .map(it -> new Item(it.urgency(), it.sentence(), it.why(), it.action(), it.href()))
                .toList();
    }

    private List<Pile> piles(List<Item> left) {
        return Stream.of(
                        new Pile(
                                desk.say("directory.today.late"),
                                left.stream().filter(it -> it.urgency() < 0).toList()),
                        new Pile(
                                desk.say("directory.today.week"),
                                left.stream()
                                        .filter(it -> it.urgency() >= 0 && it.urgency() <= WEEK)
                                        .toList()),
                        new Pile(
                                desk.say("directory.today.later"),
                                left.stream().filter(it -> it.urgency() > WEEK).toList()))
                .filter(it -> !it.items().isEmpty())
                .toList();
    }

    private List<Errands.Coming> coming(Visitor visitor) {
        return rooms.stream()
                .flatMap(room -> room.coming(visitor).stream())
                .sorted(Comparator.comparing(Errands.Coming::day))
                .toList();
    }

    private String partOfDay() {
        var now = LocalTime.now(clock);
        return now.isBefore(LocalTime.of(11, 0)) ? "morning" : now.isBefore(LocalTime.of(18, 0)) ? "day" : "evening";
    }

    private List<Item> office(Visitor visitor) {
        var items = new ArrayList<Item>();
        var uninformed = letter.uninformed();
        if (uninformed.number() > 0 && uninformed.due() != null) {
            int left = (int) ChronoUnit.DAYS.between(desk.today(), uninformed.due());
            items.add(item(
                    left,
                    uninformed,
                    "uninformed",
                    visitor.base() + "/people?gap=uninformed",
                    desk.date(uninformed.due())));
        }
        add(items, letter.unanswered(), "unanswered", visitor.base() + "/organisations?status=ASKED");
        add(items, letter.unrepresented(), "unrepresented", visitor.base() + "/organisations?status=MEMBER");
        add(items, letter.unreachable(), "unreachable", visitor.base() + "/organisations?status=MEMBER&gap=person");
        int over = former.over().size();
        if (over > 0) {
            items.add(new Item(
                    SOON,
                    desk.say("directory.today.retention", over),
                    desk.say("directory.today.retention.why"),
                    desk.say("directory.today.retention.do"),
                    visitor.base() + "/retention"));
        }
        // Where nobody is entered yet, all roles of the template are missing: the first steps say more.
        targets.completeness(desk.today(), desk.locale())
                .filter(it -> letter.organisations() > 0 && !it.gaps().isEmpty())
                .ifPresent(it -> items.add(gaps(it, visitor)));
        if (letter.organisations() > 0 && targets.versions().isEmpty()) {
            items.add(new Item(
                    SOON,
                    desk.say("directory.today.no-target"),
                    desk.say("directory.today.no-target.why"),
                    desk.say("directory.today.no-target.do"),
                    visitor.base() + "/targets"));
        }
        return items;
    }

    private Item gaps(Completeness it, Visitor visitor) {
        var named = it.gaps().stream().limit(4).map(TargetsPage::name).collect(Collectors.joining(", "));
        int more = it.gaps().size() - 4;
        var names = more > 0 ? desk.say("directory.today.and-more", named, more) : named;
        return new Item(
                SOME_DAY,
                desk.say("directory.today.gaps", it.gaps().size(), names),
                desk.say("directory.today.gaps.why"),
                desk.say("directory.today.gaps.do"),
                visitor.base() + "/targets#gaps");
    }

    private void add(List<Item> items, Letter.Pile pile, String key, String href) {
        if (pile.number() > 0) items.add(item(SOON, pile, key, href, ""));
    }

    private Item item(int urgency, Letter.Pile pile, String key, String href, String due) {
        var named = String.join(", ", pile.names());
        int more = pile.number() - pile.names().size();
        var names = more > 0 ? desk.say("directory.today.and-more", named, more) : named;
        return new Item(
                urgency,
                desk.say("directory.today." + key, pile.number(), names, due),
                desk.say("directory.today." + key + ".why"),
                desk.say("directory.today." + key + ".do"),
                href);
    }

    /// Partners keep their own card; whoever reads only finds the way to the lists.
    private List<Item> others(Visitor visitor) {
        var items = new ArrayList<Item>();
        visitor.seats().stream()
                .filter(seat -> seat.role() == Role.PARTNER_ADMIN && seat.organisation() != null)
                .forEach(seat -> items.add(new Item(
                        SOME_DAY,
                        desk.say("directory.today.own"),
                        desk.say("directory.today.own.why"),
                        desk.say("directory.today.own.do"),
                        visitor.base() + "/organisations/" + seat.organisation())));
        return items;
    }
}
