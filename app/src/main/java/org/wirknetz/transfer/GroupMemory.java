package org.wirknetz.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// What words of lists mean in this network, as somebody said at an earlier import.
final class GroupMemory {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, String> known = new HashMap<>();

    GroupMemory(JdbcTemplate db, UUID network) {
        this.db = db;
        this.network = network;
        db.query("select word, actor_group::text from transfer.group_word", row -> {
            var group = row.getString(2);
            known.put(row.getString(1), group == null ? ImportChoices.NONE : group);
        });
    }

    /// The identity of a group, or [ImportChoices#NONE].
    Optional<String> of(String folded) {
        return Optional.ofNullable(known.get(folded));
    }

    /// A word for a new group needs no memory: the group is found by its name.
    void keep(String folded, String choice) {
        if (choice.equals(known.get(folded)) || folded.isEmpty() || folded.length() > 200) return;
        if (choice.equals(ImportChoices.NEW)) {
            db.update("delete from transfer.group_word where word = ?", folded);
        } else {
            db.update("""
                    insert into transfer.group_word (network, word, actor_group) values (?, ?, ?::uuid)
                    on conflict (network, word) do update set actor_group = excluded.actor_group
                    """, network, folded, choice.equals(ImportChoices.NONE) ? null : choice);
        }
    }
}
