package org.wirknetz.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// People (German: *Personen*): their cards. What they do stands in [Positions] and [Mandates].
@Component
@Transactional
public class People {

    private final JdbcClient db;
    private final Keys keys;
    private final ApplicationEventPublisher facts;

    People(JdbcClient db, ApplicationEventPublisher facts) {
        this.db = db;
        this.keys = new Keys(db);
        this.facts = facts;
    }

    /// A card as it stands, with the version to give back on writing.
    public record Known(PersonEntry entry, int version) {}

    /// The whole card, unmasked: for forms of those who maintain it.
    ///
    /// @throws NotFound when there is nobody of this identity in this network
    @Transactional(readOnly = true)
    public Known entry(PersonId id) {
        return db.sql("select * from directory.person where id = ? and forgotten_on is null")
                .param(id.value())
                .query((row, number) -> new Known(read(row), row.getInt("version")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @throws Refused `directory.person.key-taken`
    public PersonId register(PersonEntry entry) {
        var id = PersonId.fresh();
        var key = entry.key() == null ? keys.free("person", entry.name()) : entry.key();
        try {
            db.sql("""
                            insert into directory.person
                                   (network, id, key, title, given_name, family_name, email, phone, mobile, languages, note, source,
                                    informed_on, free, visibility)
                            values (platform.network(), :id, :key, :title, coalesce(:given_name, ''), :family_name, :email, :phone,
                                    :mobile, :languages, :note, :source, :informed_on, cast(:free as jsonb),
                                    cast(:visibility as jsonb))
                            """)
                    .param("id", id.value())
                    .param("key", key)
                    .params(columns(entry))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("directory.person.key-taken", key);
        }
        return id;
    }

    /// Writes the whole card anew.
    ///
    /// @throws Refused when rights hang on the address, see [PersonReaddressed]
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void revise(PersonId id, int version, PersonEntry entry) {
        var before = entry(id).entry();
        if (!address(before).equalsIgnoreCase(address(entry))) {
            facts.publishEvent(new PersonReaddressed(
                    Scope.current().requireNetwork(), id, before.name(), before.field(PersonField.EMAIL)));
        }
        int rows = db.sql("""
                        update directory.person
                           set title = :title, given_name = coalesce(:given_name, ''), family_name = :family_name, email = :email,
                               phone = :phone, mobile = :mobile, languages = :languages, note = :note, source = :source,
                               informed_on = :informed_on, free = cast(:free as jsonb), visibility = cast(:visibility as jsonb),
                               version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .params(columns(entry))
                .update();
        if (rows == 1) return;
        if (entry(id).version() != version) throw new OptimisticLockingFailureException("person " + id.value());
    }

    /// Another name for machines.
    ///
    /// @throws Refused `directory.person.key-taken`
    public void rekey(PersonId id, String key) {
        try {
            int rows = db.sql("update directory.person set key = ? where id = ?")
                    .params(key, id.value())
                    .update();
            if (rows == 0) throw new NotFound();
        } catch (DuplicateKeyException taken) {
            throw new Refused("directory.person.key-taken", key);
        }
    }

    /// Notes that somebody was told what we hold about them and why (Art. 14 GDPR).
    public void inform(PersonId id, LocalDate on) {
        int rows = db.sql("update directory.person set informed_on = ?, version = version + 1 where id = ?")
                .params(on, id.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// The same for several at once: all of them or, when one is not there, none.
    public void informAll(List<PersonId> ids, LocalDate on) {
        for (var id : ids) inform(id, on);
    }

    /// Takes a person out with their positions and mandates. It can be taken back as a whole.
    public void remove(PersonId id) {
        entry(id);
        facts.publishEvent(new PersonRemoved(Scope.current().requireNetwork(), id));
        db.sql("update directory.mandate set deputy = null where deputy = ?")
                .param(id.value())
                .update();
        db.sql("delete from directory.mandate where person = ?")
                .param(id.value())
                .update();
        db.sql("delete from directory.position where person = ?")
                .param(id.value())
                .update();
        db.sql("delete from directory.person where id = ?").param(id.value()).update();
    }

    private static String address(PersonEntry entry) {
        return Objects.requireNonNullElse(entry.field(PersonField.EMAIL), "");
    }

    private static PersonEntry read(ResultSet row) throws SQLException {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        for (var field : PersonField.values()) {
            var value = row.getString(field.column());
            if (value != null) fields.put(field, value);
        }
        return new PersonEntry(
                row.getString("key"),
                fields,
                row.getObject("informed_on", LocalDate.class),
                Json.strings(row.getString("free")),
                Json.strings(row.getString("visibility")).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> Visibility.of(it.getValue()))));
    }

    private static Map<String, ?> columns(PersonEntry entry) {
        var values = new HashMap<String, @Nullable Object>();
        for (var field : PersonField.values()) values.put(field.column(), entry.field(field));
        values.put("informed_on", entry.informedOn());
        values.put("free", Json.object(entry.free()));
        values.put(
                "visibility",
                Json.object(entry.visibility().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> it.getValue().word()))));
        return values;
    }
}
