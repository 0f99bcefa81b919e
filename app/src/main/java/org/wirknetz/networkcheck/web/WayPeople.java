package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.Works;

/// Who could do the introducing on a way: people of two neighbours on it who sit in one group. A
/// plenary makes nobody acquainted, and groups for their members alone are left out.
@Component
class WayPeople {

    private static final int MOST_NAMES = 3;

    private final Works works;
    private final JdbcClient db;
    private final CheckDesk desk;

    WayPeople(Works works, JdbcClient db, CheckDesk desk) {
        this.works = works;
        this.db = db;
        this.desk = desk;
    }

    private record Named(UUID id, String name) {}

    private record Ground(Member one, Member other, String body, List<UUID> here, List<UUID> there) {}

    /// One sentence for each group that two neighbours on the way share, in the order of the way.
    List<String> along(List<Member> way, LocalDate day) {
        if (way.size() < 2) return List.of();
        var work = works.current();
        var grounds = new ArrayList<Ground>();
        for (int at = 1; at < way.size(); at++) grounds.addAll(grounds(work, way.get(at - 1), way.get(at), day));
        var people = new LinkedHashSet<UUID>();
        grounds.forEach(it -> {
            people.addAll(it.here());
            people.addAll(it.there());
        });
        var names = names(people);
        return grounds.stream()
                .map(it -> desk.say(
                        "networkcheck.map.way.people",
                        it.body(),
                        said(it.here(), names),
                        it.one().shortName(),
                        said(it.there(), names),
                        it.other().shortName()))
                .toList();
    }

    private static List<Ground> grounds(Work work, Member one, Member other, LocalDate day) {
        var grounds = new ArrayList<Ground>();
        var places = work.placesOn(day);
        for (var body : work.bodiesOn(day)) {
            if (body.plenary()) continue;
            var here = people(places, body.id(), one.id());
            var there = people(places, body.id(), other.id());
            if (!here.isEmpty() && !there.isEmpty()) grounds.add(new Ground(one, other, body.name(), here, there));
        }
        return grounds;
    }

    private static List<UUID> people(List<Work.Place> places, UUID body, UUID organisation) {
        return places.stream()
                .filter(it -> it.body().equals(body) && it.organisation().equals(organisation))
                .map(Work.Place::person)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    private Map<UUID, String> names(Set<UUID> people) {
        if (people.isEmpty()) return Map.of();
        return db
                .sql(
                        "select id, name from directory.person_card where network = platform.network() and id in (:people)")
                .param("people", people)
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    private String said(List<UUID> people, Map<UUID, String> names) {
        return Sentences.names(
                desk, people.stream().map(names::get).filter(Objects::nonNull).toList());
    }
}
