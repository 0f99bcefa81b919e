package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Definition.Said;

/// The lists of target groups there are (C4.2), from `equality/target-groups.csv`; the last one in the file is the one
/// to begin with.
@Component
public class TargetGroupLists {

    private final Map<String, Groups> lists = new LinkedHashMap<>();

    /// @param id stays with the wording for ever
    /// @param source what it follows; `date` of this wording
    /// @param groups by key, in order
    public record Groups(String id, Said title, Said source, LocalDate date, Map<String, Said> groups) {}

    TargetGroupLists() {
        var lines = DataLines.of("/equality/target-groups.csv");
        for (var id : lines.each("list")) {
            var own = lines.where("list", id);
            var groups = new LinkedHashMap<String, Said>();
            for (var line : own.parts("group")) groups.put(line.getField("key"), DataLines.said(line));
            lists.put(
                    id,
                    new Groups(
                            id,
                            DataLines.said(own.part("title")),
                            DataLines.said(own.part("source")),
                            LocalDate.parse(own.part("date").getField("key")),
                            java.util.Collections.unmodifiableMap(groups)));
        }
    }

    public Groups latest() {
        return List.copyOf(lists.values()).getLast();
    }

    /// @return null where the file has no such group any more
    public @Nullable Said group(String list, String key) {
        var known = lists.get(list);
        return known == null ? null : known.groups().get(key);
    }
}
