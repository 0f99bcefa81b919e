package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.KeyFunction;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Mandate;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.DemoNetwork.Status;
import org.wirknetz.demo.DemoNetwork.Structure;
import org.wirknetz.demo.DemoNetwork.StructureMember;

/// Who represents a member in the network, who stands in, who sits in which of the network's own groups, and
/// who holds
/// the key functions.
final class DrawnMandates {
    private final Setting setting;
    private final Draw draw;
    private final Staff staff;
    private final Map<String, String> kinds = DataFile.pairs("mandate-kinds.csv", "key", "name");
    private final List<Mandate> mandates = new ArrayList<>();

    DrawnMandates(Setting setting, Staff staff) {
        this.setting = setting;
        this.draw = setting.draw();
        this.staff = staff;
    }

    List<Mandate> draw(List<Membership> memberships, List<Structure> structures, List<StructureMember> members) {
        for (var membership : memberships) if (membership.status() == Status.ACTIVE) represent(membership);
        for (var structure : structures)
            if (structure.own())
                for (var member : members) if (member.structure().equals(structure.key())) sit(structure, member);
        return List.copyOf(mandates);
    }

    private void represent(Membership membership) {
        var day = day(membership.term().from());
        var first = draw.pick(staff.candidates(membership.organisation(), Level.LEADERSHIP, day));
        carry("REPRESENTATIVE", null, first, membership.term());
        var others = staff.of(membership.organisation(), day).stream()
                .filter(it -> !it.person().equals(first.person()))
                .toList();
        if (!others.isEmpty() && draw.chance(setting.number("deputy_share")))
            carry("DEPUTY", null, draw.pick(others), membership.term());
    }

    private void sit(Structure structure, StructureMember member) {
        var day = day(member.term().from());
        var choices = staff.candidates(member.organisation(), structure.level(), day);
        carry("GROUP_MEMBER", structure, draw.pick(choices), member.term());
    }

    private LocalDate day(LocalDate from) {
        return from.isBefore(setting.start()) ? setting.start() : from;
    }

    private void carry(String kind, @Nullable Structure structure, Position first, Term term) {
        var function = kinds.get(kind) + (structure == null ? "" : " " + structure.name());
        var group = structure == null ? null : structure.key();
        for (var held : staff.carried(first, term)) {
            var key = held.person() + "/" + held.organisation() + "/" + kind + "/" + group + "/"
                    + held.term().from();
            mandates.add(new Mandate(
                    setting.id("mandate", key),
                    held.person(),
                    held.organisation(),
                    kind,
                    group,
                    function,
                    held.level(),
                    held.term()));
        }
    }

    /// Holders are people who are there at the end of the data.
    List<KeyFunction> keyFunctions() {
        var result = new ArrayList<KeyFunction>();
        for (var row : setting.rows("key-functions.csv")) {
            var level = Level.valueOf(row.text("level"));
            var holder = row.empty("holder")
                    ? draw.pick(staff.candidates(row.text("organisation"), level, setting.until()))
                            .person()
                    : row.text("holder");
            var deputy = row.empty("deputy_organisation") ? null : deputy(row.text("deputy_organisation"), holder);
            result.add(new KeyFunction(
                    setting.id("key-function", row.text("key")),
                    row.text("key"),
                    row.text("name"),
                    row.text("name_en"),
                    holder,
                    row.text("organisation"),
                    deputy,
                    since(row, holder)));
        }
        return List.copyOf(result);
    }

    private String deputy(String organisation, String holder) {
        return draw.pick(staff.of(organisation, setting.until()).stream()
                        .filter(it -> !it.person().equals(holder))
                        .toList())
                .person();
    }

    private LocalDate since(Row row, String holder) {
        var there = staff.positions().stream()
                .filter(it -> it.person().equals(holder))
                .map(it -> it.term().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        return there.isAfter(row.day("since")) ? there : row.day("since");
    }
}
