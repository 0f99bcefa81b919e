package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Role;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;

/// Reads and writes the rows behind the resources, one transaction a call. Column and table names come from
/// [Resources] and from nowhere else; what people send is always a parameter.
@Component
class Records {

    private final JdbcClient db;
    private final Clock clock;

    Records(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A record as JSON text with its version tag.
    record Shown(UUID id, String json, String tag) {}

    List<Shown> list(Resource resource, Visitor visitor, Map<Field, String> equal, @Nullable UUID after, int limit) {
        var where = new StringBuilder("true");
        var given = sight(visitor);
        int number = 0;
        for (var filter : equal.entrySet()) {
            var name = "equal" + number++;
            where.append(" and r.")
                    .append(filter.getKey().column())
                    .append(" = cast(:")
                    .append(name)
                    .append(" as ")
                    .append(filter.getKey().type().sql)
                    .append(")");
            given.put(name, filter.getValue());
        }
        if (after != null) {
            where.append(" and r.id > :after");
            given.put("after", after);
        }
        given.put("limit", limit);
        return db.sql(select(resource) + " where " + where + " order by r.id limit :limit")
                .params(given)
                .query(Shown.class)
                .list();
    }

    Optional<Shown> find(Resource resource, Visitor visitor, UUID id) {
        var given = sight(visitor);
        given.put("id", id);
        return db.sql(select(resource) + " where r.id = :id")
                .params(given)
                .query(Shown.class)
                .optional();
    }

    /// What was made just now; its identity alone where its maker may not see it, such as a post that is over already.
    Shown made(Resource resource, Visitor visitor, UUID id) {
        return find(resource, visitor, id)
                .orElseGet(() ->
                        new Shown(id, "{\"id\":\"" + id + "\"}", id.toString().replace("-", "")));
    }

    private Map<String, Object> sight(Visitor visitor) {
        var sight = Sight.of(visitor);
        var given = new HashMap<String, Object>();
        given.put("audience", sight.audience());
        given.put("own", sight.own());
        given.put("today", LocalDate.now(clock));
        given.put("administered", administered(visitor));
        return given;
    }

    /// As a PostgreSQL array, like [Sight#own()].
    private static String administered(Visitor visitor) {
        return visitor.seats().stream()
                .filter(seat -> seat.role() == Role.PARTNER_ADMIN && seat.organisation() != null)
                .map(seat -> seat.organisation().toString())
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String select(Resource resource) {
        var columns = resource.fields().stream()
                .filter(Field::shown)
                .map(field -> "'" + field.name() + "', r." + field.column())
                .collect(Collectors.joining(", "));
        return "select r.id, r.json::text as json, md5(r.json::text) as tag from (select r.*, jsonb_build_object('id', r.id, "
                + columns + ") as json from " + resource.source()
                + " r where :audience >= 0 and :own is not null and cast(:today as date) is not null) r";
    }

    @Transactional
    public UUID create(Resource resource, Visitor visitor, Map<Field, @Nullable Object> values) {
        var verbs = resource.verbs(visitor, values.keySet());
        if (verbs != null) return verbs.create(visitor, named(values));
        var id = UUID.randomUUID();
        var given = new HashMap<String, @Nullable Object>();
        var columns = new StringBuilder("network, id");
        var marks = new StringBuilder("platform.network(), :id");
        values.forEach((field, value) -> {
            if (value == null) return;
            columns.append(", ").append(field.column());
            marks.append(", cast(:")
                    .append(field.column())
                    .append(" as ")
                    .append(field.type().sql)
                    .append(")");
            given.put(field.column(), value);
        });
        given.put("id", id);
        db.sql("insert into " + resource.table() + " (" + columns + ") values (" + marks + ")")
                .params(given)
                .update();
        check();
        return id;
    }

    /// @param tag the version the caller has seen; null writes in any case
    /// @return false when the record has another version by now
    @Transactional
    public boolean change(
            Resource resource, Visitor visitor, UUID id, Map<Field, @Nullable Object> values, @Nullable String tag) {
        lock(resource, id);
        if (tag != null
                && find(resource, visitor, id)
                        .filter(it -> it.tag().equals(tag))
                        .isEmpty()) return false;
        if (values.isEmpty()) return true;
        var verbs = resource.verbs(visitor, values.keySet());
        if (verbs != null) {
            verbs.change(visitor, id, named(values));
            return true;
        }
        var given = new HashMap<String, @Nullable Object>();
        var sets = values.entrySet().stream()
                .map(entry -> {
                    given.put(entry.getKey().column(), entry.getValue());
                    var joins = entry.getKey().joins() ? entry.getKey().column() + " || " : "";
                    return entry.getKey().column() + " = " + joins + "cast(:"
                            + entry.getKey().column() + " as " + entry.getKey().type().sql + ")";
                })
                .collect(Collectors.joining(", "));
        var version = resource.field("version").isPresent() ? ", version = version + 1" : "";
        given.put("id", id);
        int changed = db.sql("update " + resource.table() + " set " + sets + version + " where id = :id")
                .params(given)
                .update();
        // The caller has seen it; whoever may not change what they see, the database keeps from it in silence.
        if (changed == 0) throw new Forbidden();
        check();
        return true;
    }

    @Transactional
    public boolean remove(Resource resource, Visitor visitor, UUID id, @Nullable String tag) {
        lock(resource, id);
        if (tag != null
                && find(resource, visitor, id)
                        .filter(it -> it.tag().equals(tag))
                        .isEmpty()) return false;
        var verbs = resource.verbs(visitor, List.of());
        if (verbs != null) {
            verbs.remove(visitor, id);
            return true;
        }
        if (resource.removing() != null) {
            resource.removing().accept(id);
            check();
            return true;
        }
        int gone = db.sql("delete from " + resource.table() + " where id = ?")
                .param(id)
                .update();
        if (gone == 0) throw new Forbidden();
        check();
        return true;
    }

    private static Map<String, @Nullable Object> named(Map<Field, @Nullable Object> values) {
        var named = new HashMap<String, @Nullable Object>();
        values.forEach((field, value) -> named.put(field.name(), value));
        return named;
    }

    private void lock(Resource resource, UUID id) {
        db.sql("select id from " + resource.table() + " where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    private void check() {
        db.sql("set constraints all immediate").update();
    }

    /// The first answer to a creating call with this key.
    record Answer(String request, String location, String body, String tag) {}

    Optional<Answer> answer(Visitor visitor, String key) {
        return db.sql("""
                        select request, location, body::text as body, tag from api.answer
                         where account = ? and key = ? and created_at > now() - interval '1 day'
                        """)
                .params(visitor.account().value(), key)
                .query(Answer.class)
                .optional();
    }

    /// Taken before the record is made, in the same transaction: a second call at the same moment waits for
    /// it and then
    /// finds the answer.
    @Transactional
    public Shown createOnce(
            Resource resource,
            Visitor visitor,
            Map<Field, @Nullable Object> values,
            String key,
            String request,
            String place) {
        db.sql("delete from api.answer where account = ? and key = ? and created_at <= now() - interval '1 day'")
                .params(visitor.account().value(), key)
                .update();
        var answer = UUID.randomUUID();
        db.sql("""
                        insert into api.answer (network, id, account, key, request, location, body)
                        values (platform.network(), ?, ?, ?, ?, '', '{}')
                        """).params(answer, visitor.account().value(), key, request).update();
        var id = create(resource, visitor, values);
        var shown = made(resource, visitor, id);
        db.sql("update api.answer set location = ?, body = ?::jsonb, tag = ? where id = ?")
                .params(place + "/" + id, shown.json(), shown.tag(), answer)
                .update();
        return shown;
    }
}
