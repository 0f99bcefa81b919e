package org.wirknetz.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may what in the directory, as sentences. Pages ask them for their buttons, controllers before every write.
///
/// The office maintains all. A partner's admin maintains their own organisation and the people who work there and
/// nowhere
/// else. Everybody inside reads what is shown to the network; a funder reads organisations without their people.
@Component
public class DirectoryPermissions implements PermissionSentences, TakingBack {

    private final JdbcClient db;
    private final Clock clock;

    DirectoryPermissions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("directory.may.organisations", Role.values()),
                Sentence.of("directory.may.people", INSIDE),
                Sentence.of("directory.may.former", Role.OFFICE),
                new Sentence(
                        "directory.may.own", Set.of(Role.OFFICE, Role.PARTNER_ADMIN), "access.only.own-organisation"),
                Sentence.of("directory.may.all", Role.OFFICE),
                Sentence.of("directory.may.forget", Role.OFFICE),
                Sentence.of("directory.may.export", INSIDE));
    }

    private static final Role[] INSIDE = {Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER};

    /// Whoever has a seat reads organisations; how much of each, says [Sight].
    public boolean readOrganisations(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    public boolean readPeople(Visitor visitor) {
        return visitor.isInside();
    }

    public boolean readFormer(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Organisations, memberships, groups, areas, structures, targets, merges: all that concerns more than
    /// one partner.
    public boolean maintainAll(Visitor visitor) {
        return visitor.isOffice();
    }

    public boolean maintain(Visitor visitor, OrganisationId organisation) {
        return visitor.isOffice() || visitor.administers(organisation.value());
    }

    /// Everything an outsider relies on — whom it belongs to, what kind it is, whether it is a member — is the
    /// office's.
    public boolean decideMembership(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Whose card may be changed: the office any; an admin only that of somebody who works for them today and for no
    /// other.
    public boolean maintain(Visitor visitor, PersonId person) {
        if (visitor.isOffice()) return true;
        var posts = db.sql("""
                        select organisation from directory.position
                         where person = :person and (valid_to is null or valid_to > :today)
                        union
                        select organisation from directory.mandate
                         where person = :person and (valid_to is null or valid_to > :today)
                        """)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list();
        return !posts.isEmpty() && posts.stream().allMatch(visitor::administers);
    }

    /// Whom one may give a post in an organisation: an admin only people who already work there.
    public boolean place(Visitor visitor, PersonId person, OrganisationId organisation) {
        return visitor.isOffice() || (visitor.administers(organisation.value()) && maintain(visitor, person));
    }

    /// Ending retention: what is forgotten does not come back.
    public boolean forget(Visitor visitor) {
        return visitor.isOffice();
    }

    public boolean export(Visitor visitor) {
        return visitor.isInside();
    }

    @Override
    public String schema() {
        return "directory";
    }

    /// What partners write themselves: their own card, the people who work for them, how they look at a list.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        return switch (row.table()) {
            case "directory.organisation" -> visitor.administers(row.record());
            case "directory.organisation_name", "directory.position", "directory.mandate" ->
                visitor.administers(Objects.requireNonNull(row.references().get("organisation")));
            case "directory.person" -> maintain(visitor, new PersonId(row.record()));
            case "directory.saved_view" ->
                visitor.account().value().equals(row.references().get("account"));
            default -> false;
        };
    }
}
