package org.wirknetz.networkcheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@Component
class TieStore {

    private static final String INSERT = """
            insert into networkcheck.tie (network, id, from_organisation, to_organisation, kind, strength, mutual, form, source,
                   valid_from, valid_to, from_confirmed_at, from_confirmed_by, to_confirmed_at, to_confirmed_by, note)
            values (:network, :id, :from, :to, :kind, :strength, :mutual, :form, 'DECLARED',
                   :start, :end, :fromAt, :fromBy, :toAt, :toBy, :note)
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    TieStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    Tie require(TieId tie) {
        return db.sql("""
                        select id, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to,
                               from_confirmed_at, from_confirmed_by, to_confirmed_at, to_confirmed_by, note, version
                          from networkcheck.tie
                         where network = ? and id = ?
                        """)
                .params(network(), tie.value())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    void add(List<Tie> ties) {
        try {
            batches.batchUpdate(INSERT, ties.stream().map(TieStore::columns).toArray(Map[]::new));
        } catch (DataIntegrityViolationException refused) {
            throw spoken(refused);
        }
    }

    void save(Tie tie) {
        try {
            var columns = columns(tie);
            columns.put("version", tie.version());
            int changed = db.sql("""
                            update networkcheck.tie
                               set kind = :kind, strength = :strength, mutual = :mutual, form = :form, valid_from = :start, valid_to = :end,
                                   from_confirmed_at = :fromAt, from_confirmed_by = :fromBy, to_confirmed_at = :toAt, to_confirmed_by = :toBy,
                                   note = :note, version = version + 1
                             where network = :network and id = :id and version = :version
                            """).params(columns).update();
            if (changed == 0) throw new OptimisticLockingFailureException("The tie was changed meanwhile.");
        } catch (DataIntegrityViolationException refused) {
            throw spoken(refused);
        }
    }

    void remove(TieId tie) {
        db.sql("delete from networkcheck.tie where network = ? and id = ?")
                .params(network(), tie.value())
                .update();
    }

    List<TieKind> kinds() {
        var own = db.sql(
                        "select key, true as own, name_de, name_en from networkcheck.tie_kind where network = ? order by position, key")
                .param(network())
                .query(TieKind.class)
                .list();
        return java.util.stream.Stream.concat(TieKind.COMMON.stream().map(TieKind::common), own.stream())
                .toList();
    }

    void nameKind(String key, String name) {
        db.sql("""
                        insert into networkcheck.tie_kind (network, key, name_de, name_en, position)
                        values (?, ?, ?, ?, (select count(*) from networkcheck.tie_kind where network = ?))
                        on conflict (network, key) do nothing
                        """).params(network(), key, name, name, network()).update();
    }

    private static RuntimeException spoken(DataIntegrityViolationException refused) {
        var cause = String.valueOf(refused.getMostSpecificCause().getMessage());
        if (cause.contains("tie_once")) return new Refused("networkcheck.tie.duplicate");
        if (cause.contains("foreign key")) return new NotFound();
        return refused;
    }

    private static Map<String, @Nullable Object> columns(Tie tie) {
        var terms = tie.terms();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("network", network());
        columns.put("id", tie.id().value());
        columns.put("from", tie.from());
        columns.put("to", tie.to());
        columns.put("kind", terms.kind());
        columns.put("strength", terms.strength());
        columns.put("mutual", terms.mutual());
        columns.put("form", terms.form() == null ? null : terms.form().name());
        columns.put("start", terms.start());
        columns.put("end", terms.end());
        columns.put("fromAt", at(tie.fromWord()));
        columns.put("fromBy", tie.fromWord() == null ? null : tie.fromWord().by());
        columns.put("toAt", at(tie.toWord()));
        columns.put("toBy", tie.toWord() == null ? null : tie.toWord().by());
        columns.put("note", terms.note());
        return columns;
    }

    private static @Nullable Timestamp at(Tie.@Nullable Word word) {
        return word == null ? null : Timestamp.from(word.at());
    }

    private static Tie read(ResultSet row) throws SQLException {
        var form = row.getString("form");
        return new Tie(
                new TieId(row.getObject("id", UUID.class)),
                row.getObject("from_organisation", UUID.class),
                row.getObject("to_organisation", UUID.class),
                new TieTerms(
                        row.getString("kind"),
                        row.getObject("strength", Integer.class),
                        row.getBoolean("mutual"),
                        form == null ? null : CooperationForm.valueOf(form),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("note")),
                word(row, "from_confirmed"),
                word(row, "to_confirmed"),
                row.getInt("version"));
    }

    private static Tie.@Nullable Word word(ResultSet row, String side) throws SQLException {
        var at = row.getTimestamp(side + "_at");
        return at == null ? null : new Tie.Word(at.toInstant(), row.getObject(side + "_by", UUID.class));
    }

    private static UUID network() {
        return Scope.current().requireNetwork().value();
    }
}
