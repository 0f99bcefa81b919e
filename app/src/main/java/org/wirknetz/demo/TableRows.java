package org.wirknetz.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Position;

/// The rows of the tables of one network, headings first.
final class TableRows {
    private final DemoNetwork network;
    private final TableLanguage language;
    private final Map<String, Term> members;
    private final List<Position> positions;
    private final Map<String, String> groupNames;
    private final Map<String, String> areaNames;

    TableRows(DemoNetwork network, TableLanguage language) {
        this.network = network;
        this.language = language;
        members = network.memberships().stream()
                .filter(it -> it.status().belongs())
                .collect(Collectors.toMap(
                        Membership::organisation,
                        Membership::term,
                        (first, then) -> new Term(first.from(), then.to()),
                        LinkedHashMap::new));
        positions = network.positions().stream()
                .filter(it -> members.containsKey(it.organisation()))
                .toList();
        groupNames = network.groups().stream()
                .collect(Collectors.toMap(DemoNetwork.ActorGroup::key, it -> language.choose(it.name(), it.nameEn())));
        areaNames = network.areas().stream().collect(Collectors.toMap(DemoNetwork.Area::ags, DemoNetwork.Area::name));
    }

    private <T> List<List<String>> table(String name, String headings, List<T> things, Function<T, List<String>> row) {
        var rows = new ArrayList<List<String>>();
        rows.add(language.headings(name, List.of(headings.split(","))));
        things.forEach(thing -> rows.add(row.apply(thing)));
        return rows;
    }

    private static String name(Map<String, String> names, String key) {
        var name = names.get(key);
        if (name == null) throw new IllegalStateException("no name for " + key);
        return name;
    }

    List<List<String>> organisations() {
        var inside = network.organisations().stream()
                .filter(it -> members.containsKey(it.key()))
                .toList();
        return table(
                "organisations",
                "key,name,group,area,coordinator,member_from,member_to,website,email,phone,street,postcode,city",
                inside,
                it -> {
                    var membership = Objects.requireNonNull(members.get(it.key()));
                    return List.of(
                            it.key(),
                            it.name(),
                            it.groups().stream()
                                    .map(group -> name(groupNames, group))
                                    .collect(Collectors.joining(" | ")),
                            name(areaNames, it.area()),
                            language.yes(it.key().equals(network.coordinator())),
                            language.day(membership.from()),
                            language.day(membership.to()),
                            it.website(),
                            it.email(),
                            it.phone(),
                            it.street(),
                            it.postcode(),
                            it.city());
                });
    }

    List<List<String>> people() {
        var inside = network.people().stream()
                .filter(person -> positions.stream().anyMatch(it -> it.person().equals(person.key())))
                .toList();
        return table(
                "people",
                "key,given_name,family_name,email,phone",
                inside,
                it -> List.of(it.key(), it.givenName(), it.familyName(), it.email(), it.phone()));
    }

    List<List<String>> mandates() {
        return table(
                "mandates",
                "person,organisation,function,level,from,to",
                positions,
                it -> List.of(
                        it.person(),
                        it.organisation(),
                        it.title(),
                        language.level(it.level()),
                        language.day(it.term().from()),
                        language.day(it.term().to())));
    }

    List<List<String>> ties() {
        var inside = network.ties().stream()
                .filter(it -> members.containsKey(it.from()) && members.containsKey(it.to()))
                .toList();
        return table(
                "ties",
                "from,to,kind,strength,mutual,from_date,to_date,form",
                inside,
                it -> List.of(
                        it.from(),
                        it.to(),
                        it.kind(),
                        Integer.toString(it.strength()),
                        language.yes(it.mutual()),
                        language.day(it.term().from()),
                        language.day(it.term().to()),
                        form(it.form())));
    }

    private String form(String form) {
        return switch (form) {
            case "COMPLEMENTARY" -> language.choose("komplementär", "complementary");
            case "SUPPORTIVE" -> language.choose("supportiv", "supportive");
            case "INTEGRATIVE" -> language.choose("integrativ", "integrative");
            default -> throw new IllegalStateException("unknown form " + form);
        };
    }

    List<List<String>> contributions() {
        var kinds = DataFile.pairs("contribution-kinds.csv", "key", language.choose("name", "name_en"));
        var inside = network.contributions().stream()
                .filter(it -> members.containsKey(it.giver()) && members.containsKey(it.receiver()))
                .toList();
        return table(
                "contributions",
                "giver,receiver,kind,effort,hours,requested,date",
                inside,
                it -> List.of(
                        it.giver(),
                        it.receiver(),
                        name(kinds, it.kind()),
                        effort(it.effort()),
                        Integer.toString(it.hours()),
                        language.yes(it.requested()),
                        language.day(it.date())));
    }

    private String effort(String effort) {
        return switch (effort) {
            case "small" -> language.choose("klein", "small");
            case "medium" -> language.choose("mittel", "medium");
            case "large" -> language.choose("groß", "large");
            default -> throw new IllegalStateException("unknown effort " + effort);
        };
    }

    List<List<String>> targets() {
        var roles = network.targets().stream()
                .filter(DemoNetwork.TargetModel::current)
                .flatMap(it -> it.roles().stream())
                .toList();
        return table("targets", "group,minimum,weight,area", roles, it -> {
            var area = it.area();
            return List.of(
                    name(groupNames, it.group()),
                    Integer.toString(it.minimum()),
                    Integer.toString(it.weight()),
                    area == null ? "" : name(areaNames, area));
        });
    }

    List<List<String>> activities() {
        return table(
                "activities",
                "organisation,kind,date,count",
                network.activities(),
                it -> List.of(it.organisation(), it.kind(), language.day(it.date()), Integer.toString(it.count())));
    }

    List<List<String>> funding() {
        return table(
                "funding",
                "source,amount,public,from,to,probability",
                network.funding(),
                it -> List.of(
                        it.source(),
                        language.number(it.amount()),
                        language.yes(it.fromPublic()),
                        language.day(it.term().from()),
                        language.day(it.term().to()),
                        language.number(it.probability())));
    }
}
