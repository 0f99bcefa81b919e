package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
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
            try {
                db.sql("""
                                insert into equality.line (network, collection, position, name, measure, strand)
                                values (platform.network(), :collection, :position, :name, :measure,
                                        coalesce((select l.strand from equality.line l
                                                    join equality.collection c on c.network = l.network and c.id = l.collection
                                                   where c.id <> :collection and c.definition = :definition and c.subject = :subject
                                                     and l.measure = :measure and equality.normal(l.name) = equality.normal(:name)
                                                   order by c.reporting_on desc, c.id limit 1), gen_random_uuid()))
                                """)
                        .param("collection", id.value())
                        .param("position", ++position)
                        .param("name", line.name())
                        .param("measure", line.measure().name())
                        .param("definition", entry.definition())
                        .param("subject", entry.subject().name())
                        .update();
            } catch (DuplicateKeyException same) {
                throw new Refused("equality.line-twice", line.name());
            }
        }
        return id;
    }

    /// What a line is.
    ///
    /// @param strand of an earlier line that it carries on; null for one of its own
    /// @param anew whether it is declared to be something else than all that was published
    public record Naming(String name, @Nullable UUID strand, boolean anew) {}

    /// Names lines and says which of them carry on an earlier one, until they are published. A line that is
    /// called as one before it carries that on, whatever is said.
    ///
    /// @param namings by line
    /// @throws Refused `equality.published-already`, `equality.line-twice`, `equality.empty`,
    /// `equality.too-long`
    public void name(CollectionId id, Map<UUID, Naming> namings) {
        require(id);
        if (db.sql("select exists (select from equality.release where collection = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single()) throw new Refused("equality.published-already");
        var strands = new HashSet<UUID>();
        namings.forEach((line, naming) -> {
            if (naming.strand() != null && !strands.add(naming.strand()))
                throw new Refused("equality.line-twice", naming.name());
        });
        // First apart from each other, so that two lines may change places.
        namings.keySet().forEach(line -> db.sql("""
                        update equality.line set name = id::text, strand = gen_random_uuid() where collection = ? and id = ?
                        """).params(id.value(), line).update());
        namings.forEach((line, naming) -> name(id, line, naming));
    }

    private void name(CollectionId id, UUID line, Naming naming) {
        var name = Texts.needed(naming.name(), CollectionEntry.LONGEST_NAME);
        try {
            int rows = db.sql("""
                            update equality.line l set name = :name, anew = :anew,
                                   strand = case when cast(:strand as uuid) is null
                                       then coalesce((select f.strand from equality.line f
                                                        join equality.collection o on o.network = f.network and o.id = f.collection
                                                       where o.id <> c.id and o.definition = c.definition and o.subject = c.subject
                                                         and f.measure = l.measure and equality.normal(f.name) = equality.normal(:name)
                                                       order by o.reporting_on desc, o.id limit 1), l.strand)
                                       else (select f.strand from equality.line f
                                               join equality.collection o on o.network = f.network and o.id = f.collection
                                              where f.strand = cast(:strand as uuid) and f.measure = l.measure
                                                and o.definition = c.definition and o.subject = c.subject limit 1) end
                              from equality.collection c
                             where c.network = l.network and c.id = l.collection and c.id = :collection and l.id = :line
                            """)
                    .param("name", name)
                    .param("anew", naming.strand() == null && naming.anew())
                    .param("strand", naming.strand(), java.sql.Types.OTHER)
                    .param("collection", id.value())
                    .param("line", line)
                    .update();
            if (rows == 0) throw new NotFound();
        } catch (DuplicateKeyException twice) {
            throw new Refused("equality.line-twice", name);
        } catch (DataIntegrityViolationException otherMeasure) {
            throw new Refused("equality.line-other", name);
        }
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
