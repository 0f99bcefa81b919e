package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.Cast;

/// The eight organisations of the method's worked examples, A being the coordination office, in a real room.
public final class M8 {

    public static final List<String> TIES = List.of("AB", "AC", "AD", "AE", "AF", "BC", "DE", "FG", "GH");

    private final Cast.Stage stage;
    private final Map<String, UUID> members = new LinkedHashMap<>();

    private M8(Cast.Stage stage) {
        this.stage = stage;
    }

    public static M8 in(Cast.Stage stage) {
        var network = of(stage, "ABCDEFGH");
        TIES.forEach(pair -> network.tie(pair.substring(0, 1), pair.substring(1), "INFO", null, null));
        return network;
    }

    /// Members by their letters and no ties; A coordinates.
    public static M8 of(Cast.Stage stage, String letters) {
        var network = new M8(stage);
        letters.chars().mapToObj(Character::toString).forEach(name -> network.member(name, null, null));
        network.write("update directory.organisation set coordinator = name = 'A' where network = platform.network()");
        return network;
    }

    public UUID id(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    public List<UUID> all() {
        return new ArrayList<>(members.values());
    }

    public UUID member(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        var id = stage.organisation(name);
        members.put(name, id);
        write("""
                insert into directory.membership (network, organisation, status, valid_from, valid_to)
                values (platform.network(), ?, 'ACTIVE', cast(? as date), cast(? as date))
                """, id, from, to);
        return id;
    }

    public void tie(String from, String to, String kind, @Nullable LocalDate start, @Nullable LocalDate end) {
        write("""
                insert into networkcheck.tie (network, from_organisation, to_organisation, kind, mutual, valid_from, valid_to,
                       from_confirmed_at, to_confirmed_at)
                values (platform.network(), ?, ?, ?, true, cast(? as date), cast(? as date), now(), now())
                """, id(from), id(to), kind, start, end);
    }

    public void gave(String giver, String receiver, int hours, LocalDate on) {
        write("""
                insert into exchange.contribution (network, giver, receiver, kind, hours, requested, given_on, state, answered_at)
                values (platform.network(), ?, ?, 'Hilfe', ?, true, ?, 'CONFIRMED', now())
                """, id(giver), id(receiver), hours, on);
    }

    public void write(String sql, @Nullable Object... values) {
        stage.inside(() -> stage.ask(db -> db.sql(sql).params(values).update()));
    }
}
