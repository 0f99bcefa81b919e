package org.wirknetz.networkcheck.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.AlarmWords;
import org.wirknetz.networkcheck.alarms.Called;
import org.wirknetz.networkcheck.alarms.Value;
import org.wirknetz.networkcheck.check.CheckResult.Signal;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Says alarms in the reader's language, with names. For the office alone.
final class AlarmTelling implements Called {

    private final CheckDesk desk;
    private final Chronicle chronicle;
    private final Map<UUID, Member> members;
    private final Map<UUID, String> people;
    private final AlarmWords words;

    private AlarmTelling(CheckDesk desk, Chronicle chronicle, Map<UUID, String> people) {
        this.desk = desk;
        this.chronicle = chronicle;
        this.members = chronicle.byId();
        this.people = people;
        this.words = new AlarmWords(desk, this);
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
        return words.sentence(alarm);
    }

    String off(Alarm alarm) {
        return words.off(alarm);
    }

    String talk(Alarm alarm) {
        return words.talk(alarm);
    }

    Signal signal(Alarm alarm, List<String> subject) {
        return words.signal(
                alarm, subject, desk.say("networkcheck.alarms.period", desk.date(alarm.from()), desk.date(alarm.to())));
    }

    Row row(Alarm alarm, Alarm.Line line, String base) {
        var path = line.path();
        return new Row(words.line(alarm, line), "", path == null ? null : base + path);
    }

    String say(String key, List<Value> values) {
        return words.say(key, values);
    }

    @Override
    public String organisation(UUID id) {
        var member = members.get(id);
        return member == null ? "" : member.name();
    }

    @Override
    public String person(UUID id) {
        return people.getOrDefault(id, "");
    }

    @Override
    public String role(String group) {
        return chronicle.targets().stream()
                .filter(it -> it.group().equals(group))
                .findFirst()
                .map(it -> desk.locale().equals(Locale.ENGLISH) ? it.nameEn() : it.nameDe())
                .orElse(group);
    }
}
