package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Memberships (German: *Mitgliedschaften*): decided and dated. An organisation has one status at a time; a new one
/// closes
/// the interval of the old one on the day it begins. Nothing is overwritten.
@Component
@Transactional
public class Memberships {

    private final JdbcClient db;

    Memberships(JdbcClient db) {
        this.db = db;
    }

    public void ask(OrganisationId organisation, LocalDate on, @Nullable String reason) {
        begin(organisation, MembershipStatus.ASKED, on, reason);
    }

    public void decline(OrganisationId organisation, LocalDate on, @Nullable String reason) {
        begin(organisation, MembershipStatus.DECLINED, on, reason);
    }

    public void admit(OrganisationId organisation, LocalDate on, @Nullable String reason) {
        begin(organisation, MembershipStatus.ACTIVE, on, reason);
    }

    /// A member that takes no part for now.
    public void rest(OrganisationId organisation, LocalDate on, @Nullable String reason) {
        begin(organisation, MembershipStatus.DORMANT, on, reason);
    }

    public void leave(OrganisationId organisation, LocalDate on, @Nullable String reason) {
        begin(organisation, MembershipStatus.LEFT, on, reason);
    }

    public void welcomeAsGuest(OrganisationId organisation, LocalDate on, @Nullable String reason) {
        begin(organisation, MembershipStatus.GUEST, on, reason);
    }

    /// A status from a day on. The same status again changes nothing; a second decision on the same day replaces the
    /// first.
    ///
    /// @param reason shown in the history; null for none
    /// @throws Refused `directory.membership.later` when something is already noted after that day
    public void begin(OrganisationId organisation, MembershipStatus status, LocalDate on, @Nullable String reason) {
        require(organisation);
        int later = db.sql("select count(*) from directory.membership where organisation = ? and valid_from > ?")
                .params(organisation.value(), on)
                .query(Integer.class)
                .single();
        if (later > 0) throw new Refused("directory.membership.later");
        var present = present(organisation, on);
        if (present != null && present.status() == status) return;
        if (present != null && on.equals(present.validFrom())) {
            db.sql("delete from directory.membership where id = ?")
                    .param(present.id())
                    .update();
        } else if (present != null) {
            db.sql("update directory.membership set valid_to = ? where id = ?")
                    .params(on, present.id())
                    .update();
        }
        note(organisation, status, on, null, reason);
    }

    /// The same decision for many, all or none.
    public void beginAll(Collection<OrganisationId> organisations, MembershipStatus status, LocalDate on) {
        organisations.stream()
                .sorted(Comparator.comparing(OrganisationId::value))
                .forEach(organisation -> begin(organisation, status, on, null));
    }

    /// One interval as it was, for tables and the API.
    ///
    /// @param from the first day; null when it is not known
    /// @param to the first day it no longer held; null when it still does
    /// @throws Refused `directory.membership.overlap` when another status is noted for one of its days
    public MembershipId note(
            OrganisationId organisation,
            MembershipStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("directory.interval.empty");
        require(organisation);
        var id = MembershipId.fresh();
        try {
            db.sql("""
                            insert into directory.membership (network, id, organisation, status, valid_from, valid_to, reason)
                            values (platform.network(), :id, :organisation, :status, :from, :to, :reason)
                            """)
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("status", status.name())
                    .param("from", from)
                    .param("to", to)
                    .param("reason", reason == null || reason.isBlank() ? null : reason.strip())
                    .update();
            db.sql("set constraints directory.membership_one_at_a_time immediate")
                    .update();
        } catch (DataIntegrityViolationException overlapping) {
            throw new Refused("directory.membership.overlap");
        }
        return id;
    }

    private record Present(
            UUID id, MembershipStatus status, @Nullable LocalDate validFrom) {}

    private @Nullable Present present(OrganisationId organisation, LocalDate on) {
        return db.sql("""
                        select id, status, valid_from from directory.membership
                         where organisation = :organisation
                           and (valid_from is null or valid_from <= :on) and (valid_to is null or valid_to > :on)
                        """)
                .param("organisation", organisation.value())
                .param("on", on)
                .query(Present.class)
                .optional()
                .orElse(null);
    }

    private void require(OrganisationId organisation) {
        boolean known = db.sql("select id from directory.organisation where id = ? for update")
                .param(organisation.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!known) throw new NotFound();
    }
}
