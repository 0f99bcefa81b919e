package org.wirknetz.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.PersonRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes people, and notes under which identity each key of the file is kept.
final class PeopleWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, UUID> people;
    private final Register register;
    private final Runnable step;

    PeopleWriting(JdbcTemplate db, UUID network, Map<String, UUID> people, Register register, Runnable step) {
        this.db = db;
        this.network = network;
        this.people = people;
        this.register = register;
        this.step = step;
    }

    Count write(List<PersonRow> rows) {
        var added = new Rows(db, """
                insert into directory.person (network, id, key, title, given_name, family_name, email, phone, source, free)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::jsonb[])
                """, "uuid", "uuid", "text", "text", "text", "text", "text", "text", "text", "jsonb");
        var changed = new Rows(db, """
                update directory.person p
                   set title = coalesce(n.title, p.title), email = coalesce(n.email, p.email), phone = coalesce(n.phone, p.phone),
                       free = p.free || n.free, version = p.version + 1
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::jsonb[])
                       as n (network, id, title, email, phone, free)
                 where p.network = n.network and p.id = n.id
                """, "uuid", "uuid", "text", "text", "text", "jsonb");
        int addedCount = 0;
        int changedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step.run();
            var existing = register.person(Checks.key(row.key()), row.email(), row.name());
            if (existing == null) {
                var id = UUID.randomUUID();
                added.add(
                        network,
                        id,
                        Checks.key(row.key()),
                        Checks.blank(row.title()),
                        row.givenName(),
                        family(row),
                        Checks.blank(row.email()),
                        Checks.blank(row.phone()),
                        row.at().file(),
                        Json.of(row.free()));
                people.put(row.key(), id);
                register.know(new Register.KnownPerson(id, Checks.key(row.key()), fields(row), row.free()));
                addedCount++;
            } else {
                people.put(row.key(), existing);
                if (differs(register.people.get(existing), row)) {
                    changed.add(
                            network,
                            existing,
                            Checks.blank(row.title()),
                            Checks.blank(row.email()),
                            Checks.blank(row.phone()),
                            Json.of(row.free()));
                    changedCount++;
                } else {
                    unchangedCount++;
                }
            }
        }
        added.flush();
        changed.flush();
        return new Count(addedCount, changedCount, unchangedCount);
    }

    /// Somebody of whom only a mail address or a given name is known is kept under that.
    private static String family(PersonRow row) {
        if (!row.familyName().isBlank()) return row.familyName();
        return row.email().isBlank()
                ? row.key()
                : row.email().substring(0, Math.min(120, row.email().length()));
    }

    private static Map<String, @Nullable String> fields(PersonRow row) {
        var fields = new HashMap<String, @Nullable String>();
        fields.put("title", Checks.blank(row.title()));
        fields.put("given_name", row.givenName());
        fields.put("family_name", row.familyName());
        fields.put("email", Checks.blank(row.email()));
        fields.put("phone", Checks.blank(row.phone()));
        return fields;
    }

    private static boolean differs(Register.@Nullable KnownPerson known, PersonRow row) {
        if (known == null) return false;
        if (Register.saysMore(row.free(), known.free())) return true;
        for (var field : new String[] {"title", "email", "phone"}) {
            var said = fields(row).get(field);
            if (said != null && !said.equals(known.fields().get(field))) return true;
        }
        return false;
    }
}
