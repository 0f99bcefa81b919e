package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// How far the network lives its standard (C2.2): criteria, levels, and what shows them.
@Component
@Transactional
public class Criteria {

    /// From this level on a criterion is lived, if evidence is young enough.
    public static final int IN_PLACE = 3;

    /// Evidence that is older shows nothing of today.
    public static final int MONTHS = 12;

    private static final int HIGHEST = 4;
    private static final int LONGEST = 300;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST = 60;

    private final JdbcClient db;
    private final Standard standard;
    private final Pointers pointers;

    Criteria(JdbcClient db, Standard standard, Pointers pointers) {
        this.db = db;
        this.standard = standard;
        this.pointers = pointers;
    }

    /// The level overall: the highest that at least half of the criteria have reached (decision 0291).
    public static int overall(List<Integer> levels) {
        if (levels.isEmpty()) return 0;
        var sorted = levels.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /// Takes the criteria of the latest standard that are not there yet.
    public void begin(LocalDate day) {
        var edition = standard.latest();
        int position = 0;
        for (var key : edition.criteria().keySet())
            db.sql("""
                            insert into equality.criterion (network, standard, key, position, since)
                            values (platform.network(), :standard, :key, :position, :day)
                            on conflict (network, standard, key) do nothing
                            """)
                    .param("standard", edition.id())
                    .param("key", key)
                    .param("position", position++)
                    .param("day", day)
                    .update();
    }

    /// One that the network adds beside those of the standard.
    public UUID add(@Nullable String title, LocalDate day) {
        int known = db.sql("select count(*) from equality.criterion")
                .query(Integer.class)
                .single();
        if (known >= MOST) throw new Refused("equality.criterion.too-many", MOST);
        var id = UUID.randomUUID();
        db.sql("""
                        insert into equality.criterion (network, id, title, position, since)
                        values (platform.network(), :id, :title, 1000, :day)
                        """)
                .param("id", id)
                .param("title", Texts.needed(title, LONGEST))
                .param("day", day)
                .update();
        return id;
    }

    /// @param version of the criterion which somebody saw who plans or rates it
    public record Plan(@Nullable UUID person, @Nullable LocalDate reviewOn, int version) {}

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Plan plan(UUID criterion) {
        return db.sql("select person, review_on, version from equality.criterion where id = ?")
                .param(criterion)
                .query(Plan.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Who sees to it, and when it is looked at again.
    ///
    /// @param version which somebody saw
    /// @throws Refused when somebody else has planned or rated it since
    public void plan(UUID criterion, int version, @Nullable UUID person, @Nullable LocalDate review) {
        boolean known =
                person == null || db.sql("""
                                select exists (select from directory.person_card
                                                where network = platform.network() and id = ?)
                                """).param(person).query(Boolean.class).single();
        if (!known) throw new Refused("equality.no-choice");
        int rows = db.sql("""
                        update equality.criterion
                           set person = cast(:person as uuid), review_on = cast(:review as date), version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", criterion)
                .param("version", version)
                .param("person", person)
                .param("review", review)
                .update();
        if (rows == 0) refuse(criterion);
    }

    private void refuse(UUID criterion) {
        require(criterion);
        throw new Refused("platform.changed-meanwhile");
    }

    /// Removes one of the network's own.
    ///
    /// @throws Refused where it belongs to the standard
    public void remove(UUID criterion) {
        require(criterion);
        int rows = db.sql("delete from equality.criterion where id = ? and key is null")
                .param(criterion)
                .update();
        if (rows == 0) throw new Refused("equality.criterion.of-the-standard");
    }

    /// A second word on one day takes the place of the first, if whoever says it has seen that.
    ///
    /// @param version which somebody saw
    /// @throws Refused when there is no such level, the day is still to come, or somebody else was quicker
    public UUID rate(UUID criterion, int version, int level, LocalDate on, LocalDate today) {
        require(criterion);
        if (level < 0 || level > HIGHEST) throw new Refused("equality.rating.no-level", HIGHEST);
        if (on.isAfter(today)) throw new Refused("equality.later-than-today");
        int seen = db.sql("update equality.criterion set version = version + 1 where id = :id and version = :version")
                .param("id", criterion)
                .param("version", version)
                .update();
        if (seen == 0) refuse(criterion);
        return db.sql("""
                        insert into equality.rating (network, criterion, level, rated_on)
                        values (platform.network(), :criterion, :level, :on)
                        on conflict (network, criterion, rated_on) do update set level = excluded.level
                        returning id
                        """)
                .param("criterion", criterion)
                .param("level", level)
                .param("on", on)
                .query(UUID.class)
                .single();
    }

    public void unrate(UUID rating) {
        gone("rating", rating);
    }

    /// @param address of a page on the web, or of a page of this network
    /// @param on of when it is
    /// @throws Refused when the address leads nowhere, or the day is still to come
    public UUID prove(UUID criterion, @Nullable String title, @Nullable String address, LocalDate on, LocalDate today) {
        require(criterion);
        if (on.isAfter(today)) throw new Refused("equality.later-than-today");
        var id = UUID.randomUUID();
        db.sql("""
                        insert into equality.evidence (network, id, criterion, title, address, evidence_on)
                        values (platform.network(), :id, :criterion, :title, :address, :on)
                        """)
                .param("id", id)
                .param("criterion", criterion)
                .param("title", Texts.needed(title, LONGEST_TITLE))
                .param("address", pointers.read(address))
                .param("on", on)
                .update();
        return id;
    }

    public void unprove(UUID evidence) {
        gone("evidence", evidence);
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public UUID provedBy(UUID evidence) {
        return db.sql("select criterion from equality.evidence where id = ?")
                .param(evidence)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void gone(String table, UUID id) {
        int rows = db.sql("delete from equality." + table + " where id = ?")
                .param(id)
                .update();
        if (rows == 0) throw new NotFound();
    }

    private void require(UUID criterion) {
        boolean known = db.sql("select exists (select from equality.criterion where id = ?)")
                .param(criterion)
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }
}
