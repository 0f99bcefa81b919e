package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wirknetz.demo.DemoNetwork.Contact;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.DemoNetwork.Tie;

/// Which pairs of people carry a tie. When one leaves, the successor takes over from the first day on.
final class DrawnContacts {
    private record Pair(Position one, Position other) {}

    private final Setting setting;
    private final Draw draw;
    private final Staff staff;
    private final String keyPerson;
    private final String keyOrganisation;
    private final List<Contact> contacts = new ArrayList<>();

    DrawnContacts(Setting setting, Staff staff) {
        this.setting = setting;
        this.draw = setting.draw();
        this.staff = staff;
        keyPerson = setting.story("S4", "person").stream().findFirst().orElse("");
        keyOrganisation =
                setting.story("S4", "organisation").stream().findFirst().orElse("");
    }

    List<Contact> draw(List<Tie> ties) {
        for (var tie : ties) {
            var day = tie.term().from().isBefore(setting.start())
                    ? setting.start()
                    : tie.term().from();
            for (var pair : pairs(tie, day)) carry(tie, pair);
        }
        return List.copyOf(contacts);
    }

    private Set<Pair> pairs(Tie tie, LocalDate day) {
        var story = tie.story() == null ? "" : tie.story();
        var pairs = new LinkedHashSet<Pair>();
        if (story.startsWith("S4")) {
            var other = draw.pick(staff.candidates(tie.to(), Level.OPERATIONAL, day));
            pairs.add(new Pair(keyPosition(), other));
            if (story.equals("S4-shared")) pairs.add(new Pair(colleague(day), other));
            return pairs;
        }
        int wanted = Integer.parseInt(draw.weighted("contact-pairs"));
        for (int i = 0; i < wanted; i++) {
            var levels = draw.weighted("contact-levels").split(",");
            boolean turned = draw.chance(0.5);
            pairs.add(new Pair(
                    pick(tie.from(), Level.valueOf(levels[turned ? 1 : 0]), day),
                    pick(tie.to(), Level.valueOf(levels[turned ? 0 : 1]), day)));
        }
        return pairs;
    }

    private Position keyPosition() {
        return staff.positions().stream()
                .filter(it -> it.person().equals(keyPerson))
                .findFirst()
                .orElseThrow();
    }

    private Position colleague(LocalDate day) {
        return draw.pick(staff.candidates(keyOrganisation, Level.OPERATIONAL, day).stream()
                .filter(it -> !it.person().equals(keyPerson))
                .toList());
    }

    /// The key person of S4 carries the ties of her story and no others, so that their number is known.
    private Position pick(String organisation, Level level, LocalDate day) {
        return draw.pick(staff.candidates(organisation, level, day).stream()
                .filter(it -> !it.person().equals(keyPerson))
                .toList());
    }

    private void carry(Tie tie, Pair pair) {
        for (var one : staff.carried(pair.one(), tie.term()))
            for (var other : staff.carried(pair.other(), one.term()))
                contacts.add(
                        new Contact(tie.id(), one.person(), one.level(), other.person(), other.level(), other.term()));
    }
}
