package org.wirknetz.equality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Collections of counts: begin one, close it, take it away before it was published.
@Component
@Transactional
public class Collections {

    private final JdbcClient db;
    private final Definitions definitions;

    Collections(JdbcClient db, Definitions definitions) {
        this.db = db;
        this.definitions = definitions;
    }

    /// @throws Refused `equality.collection-twice` or `equality.not-assessed`
    public CollectionId begin(CollectionEntry entry) {
        definitions.of(entry.definition());
        if (entry.mode() == Mode.INDIVIDUAL && !individualAllowed()) throw new Refused("equality.not-assessed");
        var id = CollectionId.fresh();
        try {
            db.sql("""
                            insert into equality.collection (network, id, definition, subject, mode, year, quarter, reference, reference_source, action)
                            values (platform.network(), :id, :definition, :subject, :mode, :year, :quarter, :reference, :source, :action)
                            """)
                    .param("id", id.value())
                    .param("definition", entry.definition())
                    .param("subject", entry.subject().name())
                    .param("mode", entry.mode().name())
                    .param("year", entry.reportingOn().getYear())
                    .param("quarter", entry.reportingOn().getMonthValue() / 3)
                    .param("reference", entry.reference())
                    .param("source", entry.referenceSource())
                    .param("action", entry.action())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("equality.collection-twice");
        }
        int position = 0;
        for (var line : entry.lines()) {
            db.sql("""
                            insert into equality.line (network, collection, position, name, measure)
                            values (platform.network(), ?, ?, ?, ?)
                            """)
                    .params(id.value(), ++position, line.name(), line.measure().name())
                    .update();
        }
        return id;
    }

    /// Nobody answers any more; slips are torn up, declarations become numbers.
    ///
    /// @throws Refused `equality.closed-already`
    public void close(CollectionId id, LocalDate on) {
        require(id);
        boolean closed = db.sql("select equality.close(?, ?)")
                .params(id.value(), on)
                .query(Boolean.class)
                .single();
        if (!closed) throw new Refused("equality.closed-already");
    }

    /// With all its counts; what was published stays.
    ///
    /// @throws Refused `equality.published-already`
    public void remove(CollectionId id) {
        require(id);
        try {
            db.sql("delete from equality.collection where id = ?")
                    .param(id.value())
                    .update();
        } catch (DataIntegrityViolationException published) {
            throw new Refused("equality.published-already");
        }
    }

    private void require(CollectionId id) {
        boolean there = db.sql("select exists (select from equality.collection where id = ? for update)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!there) throw new NotFound();
    }

    @Transactional(readOnly = true)
    public boolean individualAllowed() {
        return db.sql("select exists (select from equality.setting where individual_since is not null)")
                .query(Boolean.class)
                .single();
    }

    /// From now on people may declare for themselves: the data protection impact assessment lies there and
    /// was made then.
    public void allowIndividual(@Nullable String assessment, LocalDate assessedOn, LocalDate on) {
        var where = Texts.needed(assessment, 500);
        if (assessedOn.isAfter(on)) throw new Refused("equality.assessed-later");
        db.sql("""
                        insert into equality.setting (network, individual_since, assessment, assessed_on)
                        values (platform.network(), :since, :assessment, :on)
                        on conflict (network) do update set individual_since = excluded.individual_since,
                               assessment = excluded.assessment, assessed_on = excluded.assessed_on, version = setting.version + 1
                        """)
                .param("since", on)
                .param("assessment", where)
                .param("on", assessedOn)
                .update();
    }

    /// No new ones; what runs can be closed.
    public void forbidIndividual() {
        db.sql("update equality.setting set individual_since = null, version = version + 1")
                .update();
    }
}
