package org.wirknetz.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A way through a long list, along an index: first those with something to be ordered by, then those without, by name.
/// Holes come last, whichever way the list is ordered.
///
/// @param id the column with the identity; the last word in every order
/// @param ranked `from … where …` of those that have it
/// @param holes the same of those that have it not; null where nobody is without
/// @param rank what orders them before their names do
public record Way(String id, String ranked, @Nullable String holes, List<String> rank, List<String> name) {

    /// @param total how many there are on both parts of the way
    public List<UUID> page(
            JdbcClient db, Map<String, Object> parameters, boolean descending, int total, int limit, int offset) {
        var order = Stream.of(rank, name, List.of(id)).flatMap(List::stream);
        var ids = new ArrayList<>(walk(db, parameters, ranked, order, descending ? " desc" : "", limit, offset));
        if (holes != null && ids.size() < limit && offset + ids.size() < total) {
            int before = ids.isEmpty() ? count(db, parameters, ranked) : offset + ids.size();
            var byName = Stream.of(name, List.of(id)).flatMap(List::stream);
            ids.addAll(walk(db, parameters, holes, byName, "", limit - ids.size(), Math.max(0, offset - before)));
        }
        return ids;
    }

    public static int count(JdbcClient db, Map<String, Object> parameters, String which) {
        return db.sql("select count(*)" + which)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private List<UUID> walk(
            JdbcClient db,
            Map<String, Object> parameters,
            String which,
            Stream<String> order,
            String direction,
            int limit,
            int offset) {
        var columns = order.map(column -> column + direction).collect(Collectors.joining(", "));
        return db.sql("select " + id + which + " order by " + columns + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query(UUID.class)
                .list();
    }
}
