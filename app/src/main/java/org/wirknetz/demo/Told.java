package org.wirknetz.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.wirknetz.demo.DemoNetwork.ActorGroup;
import org.wirknetz.demo.DemoNetwork.Area;
import org.wirknetz.demo.DemoNetwork.Funding;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.NameInTime;
import org.wirknetz.demo.DemoNetwork.Structure;
import org.wirknetz.demo.DemoNetwork.StructureMember;
import org.wirknetz.demo.DemoNetwork.Succession;
import org.wirknetz.demo.DemoNetwork.TargetModel;
import org.wirknetz.demo.DemoNetwork.TargetRole;
import org.wirknetz.demo.DemoNetwork.Umbrella;

/// What the files tell in full and nothing is drawn for.
record Told(Setting setting) {

    List<ActorGroup> groups() {
        var result = new ArrayList<ActorGroup>();
        for (var row : DataFile.rows("groups.csv"))
            result.add(new ActorGroup(
                    setting.id("group", row.text("key")),
                    row.text("key"),
                    row.text("name"),
                    row.text("name_en"),
                    result.size() + 1));
        return List.copyOf(result);
    }

    List<Area> areas() {
        return DataFile.rows("areas.csv").stream()
                .map(row -> new Area(
                        setting.id("area", row.text("ags")),
                        row.text("ags"),
                        row.text("name"),
                        row.text("level"),
                        row.textOrNull("parent"),
                        row.text("postcode"),
                        row.whole("population")))
                .toList();
    }

    List<NameInTime> names() {
        return setting.rows("names.csv").stream()
                .map(row -> new NameInTime(row.text("organisation"), row.text("name"), row.term()))
                .toList();
    }

    List<Succession> successions() {
        return setting.rows("successions.csv").stream()
                .map(row -> new Succession(row.text("predecessor"), row.text("successor"), row.day("on")))
                .toList();
    }

    List<Umbrella> umbrellas() {
        return setting.rows("umbrellas.csv").stream()
                .map(row -> new Umbrella(row.text("umbrella"), row.text("member"), new Term(row.day("from"), null)))
                .toList();
    }

    List<Structure> structures() {
        return setting.rows("structures.csv").stream()
                .map(row -> new Structure(
                        setting.id("structure", row.text("key")),
                        row.text("key"),
                        row.text("name"),
                        row.text("name_en"),
                        row.text("kind"),
                        row.yes("own"),
                        row.list("topics"),
                        row.textOrNull("area"),
                        row.term(),
                        Level.valueOf(row.text("level")),
                        row.text("source")))
                .toList();
    }

    /// In the network's own groups nobody sits before joining the network or after leaving it.
    List<StructureMember> structureMembers(List<Structure> structures, List<Membership> memberships) {
        var own = structures.stream().filter(Structure::own).map(Structure::key).toList();
        return setting.rows("structure-members.csv").stream()
                .map(row -> new StructureMember(row.text("structure"), row.text("organisation"), row.term()))
                .map(seat -> own.contains(seat.structure()) ? seat.during(belonging(seat, memberships)) : seat)
                .toList();
    }

    private static Term belonging(StructureMember seat, List<Membership> memberships) {
        return memberships.stream()
                .filter(it -> it.organisation().equals(seat.organisation())
                        && it.status().belongs())
                .map(Membership::term)
                .reduce((first, then) -> new Term(first.from(), then.to()))
                .orElseThrow();
    }

    List<TargetModel> targets() {
        var roles = setting.rows("target-roles.csv");
        return setting.rows("target-models.csv").stream()
                .map(row -> new TargetModel(
                        setting.id("target", row.text("key") + "/" + row.text("version")),
                        row.text("key"),
                        row.whole("version"),
                        row.text("name"),
                        row.text("name_en"),
                        row.term(),
                        row.yes("current"),
                        roles.stream()
                                .filter(role -> role.text("model").equals(row.text("key"))
                                        && role.whole("version") == row.whole("version"))
                                .map(role -> new TargetRole(
                                        role.text("group"),
                                        role.whole("weight"),
                                        role.whole("minimum"),
                                        role.textOrNull("area")))
                                .toList()))
                .toList();
    }

    List<Funding> funding() {
        return setting.rows("funding.csv").stream()
                .map(row -> new Funding(
                        setting.id("funding", row.text("source")),
                        row.text("source"),
                        new BigDecimal(row.text("amount")),
                        row.yes("public"),
                        row.term(),
                        new BigDecimal(row.text("probability"))))
                .toList();
    }
}
