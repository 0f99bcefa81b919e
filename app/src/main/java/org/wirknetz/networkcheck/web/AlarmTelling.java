package org.wirknetz.networkcheck.web;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Value;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Says alarms in the reader's language, with names. For the office alone.
final class AlarmTelling {

    private final CheckDesk desk;
    private final Chronicle chronicle;
    private final Map<UUID, Member> members;
    private final Map<UUID, String> people;

    private AlarmTelling(CheckDesk desk, Chronicle chronicle, Map<UUID, String> people) {
        this.desk = desk;
        this.chronicle = chronicle;
        this.members = chronicle.byId();
        this.people = people;
    }

    static AlarmTelling of(CheckDesk desk, Chronicle chronicle, JdbcClient db, List<Alarm> alarms) {
        var asked = alarms.stream()
                .flatMap(it -> it.values().stream())
                .filter(Value.Person.class::isInstance)
                .map(it -> ((Value.Person) it).person())
                .distinct()
                .toList();
        var people = new HashMap<UUID, String>();
        if (!asked.isEmpty()) {
            db.sql("select id, name from directory.person_card where network = platform.network() and id in (:people)")
                    .param("people", asked)
                    .query(row -> {
                        people.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return new AlarmTelling(desk, chronicle, people);
    }

    String sentence(Alarm alarm) {
        return say(alarm.key() + ".sentence", alarm.values());
    }

    String off(Alarm alarm) {
        return say(alarm.key() + ".off", alarm.values());
    }

    String talk(Alarm alarm) {
        return say(alarm.key() + ".talk", alarm.values());
    }

    Row row(Alarm alarm, Alarm.Line line, String base) {
        var path = line.path();
        return new Row(
                say("networkcheck.alarm." + alarm.rule() + ".line." + line.key(), line.values()),
                "",
                path == null ? null : base + path);
    }

    String say(String key, List<Value> values) {
        return desk.say(key, values.stream().map(this::said).toArray());
    }

    private Object said(Value value) {
        return switch (value) {
            case Value.Count(var number) -> number;
            case Value.Index(var number) -> index(number);
            case Value.Day(var day) -> desk.date(day);
            case Value.Org(var organisation) -> name(organisation);
            case Value.Orgs(var organisations) ->
                Sentences.names(
                        desk, organisations.stream().map(this::name).sorted().toList());
            case Value.Person(var person) -> people.getOrDefault(person, "");
            case Value.Pairs(var pairs) ->
                pairs.stream()
                        .map(it -> name(it.one()) + " – " + name(it.other()))
                        .collect(Collectors.joining(", "));
            case Value.Text(var text) -> text;
            case Value.Role(var group, var area) -> role(group, area);
        };
    }

    private String index(double number) {
        var format = NumberFormat.getInstance(desk.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(number).replace('-', '−');
    }

    String name(UUID organisation) {
        var member = members.get(organisation);
        return member == null ? "" : member.name();
    }

    private String role(String group, String area) {
        var named = chronicle.targets().stream()
                .filter(it -> it.group().equals(group))
                .findFirst()
                .map(it -> desk.locale().equals(Locale.ENGLISH) ? it.nameEn() : it.nameDe())
                .orElse(group);
        return area.isEmpty() ? named : named + " (" + area + ")";
    }
}
