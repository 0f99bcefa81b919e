package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.DemoNetwork.RoleChange;

/// Lets people leave and others follow them in the same function, one change in an organisation at most.
record DrawnChanges(Setting setting, List<Position> positions, List<RoleChange> changes, Predicate<String> isCast) {
    private static final int DAYS_AT_THE_EDGES = 60;

    void draw(List<Organisation> organisations) {
        var able =
                organisations.stream().filter(one -> own(one.key()).size() >= 2).toList();
        setting.draw().shuffled(able).stream()
                .limit(setting.whole("role_changes"))
                .forEach(this::change);
    }

    private List<Position> own(String organisation) {
        return positions.stream()
                .filter(it -> it.organisation().equals(organisation) && !isCast.test(it.person()))
                .toList();
    }

    private void change(Organisation organisation) {
        var draw = setting.draw();
        var own = own(organisation.key());
        var leaving = draw.pick(own.subList(0, own.size() - 1));
        var left = draw.day(
                setting.start().plusDays(DAYS_AT_THE_EDGES), setting.until().minusDays(DAYS_AT_THE_EDGES));
        int gap = Integer.parseInt(draw.weighted("handover-days"));
        var followed = left.plusDays(gap);
        replace(leaving, leaving, new Term(leaving.term().from(), left));
        replace(own.getLast(), leaving, new Term(followed, null));
        changes.add(new RoleChange(
                organisation.key(),
                leaving.person(),
                own.getLast().person(),
                left,
                followed,
                handedOver(left, followed)));
    }

    private static boolean handedOver(LocalDate left, LocalDate followed) {
        return followed.equals(left);
    }

    private void replace(Position old, Position like, Term term) {
        positions.set(
                positions.indexOf(old),
                new Position(old.id(), old.person(), old.organisation(), like.title(), like.level(), term));
    }
}
