package org.wirknetz.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Mandates (German: *Beauftragungen*): what people do in the network for an organisation.
@Component
@Transactional
public class Mandates {

    /// Tells one deputy of a mandate `m` from another, also to those who may not know who it is; empty for nobody.
    public static final String DEPUTY_MARK = "coalesce(md5(m.deputy::text), '')";

    private final JdbcClient db;
    private final Posts posts;

    Mandates(JdbcClient db) {
        this.db = db;
        this.posts = new Posts(db, "mandate");
    }

    /// @param function in words, may be empty
    /// @param from the first day, null when not known; likewise `to`, the first day it no longer holds
    public MandateId open(
            PersonId person,
            OrganisationId organisation,
            MandateKind kind,
            String function,
            @Nullable Level level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        posts.check(person, organisation, from, to);
        if (function.strip().length() > 200) throw new Refused("directory.field.too-long", 200);
        var id = MandateId.fresh();
        db.sql("""
                        insert into directory.mandate
                               (network, id, person, organisation, kind, function, level, valid_from, valid_to)
                        values (platform.network(), :id, :person, :organisation, :kind, :function, :level, :from, :to)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("kind", kind.name())
                .param("function", function.strip())
                .param("level", level == null ? null : level.name())
                .param("from", from)
                .param("to", to)
                .update();
        return id;
    }

    /// Appoints somebody in the place of the deputy that was seen; nobody dismisses the deputy.
    ///
    /// @param seen the mark of the deputy as the page showed it, see [#DEPUTY_MARK]
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void replaceDeputy(MandateId id, @Nullable PersonId deputy, String seen) {
        posts.require(id.value());
        var present = db.sql("select " + DEPUTY_MARK + " from directory.mandate m where m.id = ? for update")
                .param(id.value())
                .query(String.class)
                .single();
        if (!present.equals(seen)) throw new OptimisticLockingFailureException("deputy of " + id.value());
        if (deputy == null) dismissDeputy(id);
        else appointDeputy(id, deputy);
    }

    /// Who steps in when the holder is away: a key function without a deputy is a risk for the network.
    public void appointDeputy(MandateId id, PersonId deputy) {
        int rows = db.sql("""
                        update directory.mandate set deputy = :deputy
                         where id = :id and person <> :deputy and exists (select from directory.person where id = :deputy)
                        """)
                .param("deputy", deputy.value())
                .param("id", id.value())
                .update();
        if (rows == 1) return;
        posts.require(id.value());
        throw new Refused("directory.deputy.wrong");
    }

    public void dismissDeputy(MandateId id) {
        int rows = db.sql("update directory.mandate set deputy = null where id = ?")
                .param(id.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// Says the function otherwise, where it is still called what it was.
    public void reword(MandateId id, String before, String after) {
        if (after.strip().length() > 200) throw new Refused("directory.field.too-long", 200);
        db.sql("update directory.mandate set function = :after where id = :id and function = :before")
                .param("id", id.value())
                .param("before", before)
                .param("after", after.strip())
                .update();
    }

    /// @param on the first day it no longer holds
    /// @throws Refused `directory.post.ended` when it has an end already
    public void end(MandateId id, LocalDate on) {
        posts.end(id.value(), on);
    }

    public void correctEnd(MandateId id, LocalDate on) {
        posts.correctEnd(id.value(), on);
    }

    /// Says in so many words that the noted end was wrong, and that there is none.
    public void reopen(MandateId id) {
        posts.reopen(id.value());
    }

    /// Takes out what was never true.
    public void withdraw(MandateId id) {
        posts.withdraw(id.value());
    }

    /// @throws NotFound when it is not a post of this person
    @Transactional(readOnly = true)
    public OrganisationId organisation(PersonId person, MandateId id) {
        return posts.organisation(person, id.value());
    }

    /// @throws NotFound when there is none
    @Transactional(readOnly = true)
    public OrganisationId organisation(MandateId id) {
        return posts.organisation(id.value());
    }
}
