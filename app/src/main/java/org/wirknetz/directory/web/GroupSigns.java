package org.wirknetz.directory.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Shape and colour of the actor groups, by name: the same as on the map, which counts the groups in use.
public record GroupSigns(Map<String, Integer> numbers) {

    private record Sign(String name, int number) {}

    static GroupSigns of(JdbcClient db, String language) {
        List<Sign> signs =
                db.sql("""
                        select case when :language = 'en' then name_en else name_de end as name, number
                          from directory.actor_group_card where network = platform.network()
                        """).param("language", language).query(Sign.class).list();
        var numbers = new HashMap<String, Integer>();
        for (var sign : signs) numbers.putIfAbsent(sign.name(), sign.number());
        return new GroupSigns(Map.copyOf(numbers));
    }

    public int number(String group) {
        return numbers.getOrDefault(group, 1);
    }
}
