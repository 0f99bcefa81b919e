package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// How organisations belong to each other: successor, host and office, umbrella and members (C6.1). One verb, one
/// transaction, one change that can be taken back. Who may call a verb says [DirectoryPermissions].
@Component
@Transactional
public class OrganisationKin {

    private final JdbcClient db;

    OrganisationKin(JdbcClient db) {
        this.db = db;
    }

    /// Says which organisation took over, for instance after two ministries were merged: both keep their histories.
    public void succeed(OrganisationId former, OrganisationId successor, LocalDate on) {
        require(former);
        require(successor);
        if (former.equals(successor)) throw new Refused("directory.organisation.own-successor");
        if (leadsTo(successor, former)) throw new Refused("directory.organisation.successor-circle");
        db.sql("update directory.organisation set successor = ?, succeeded_on = ?, version = version + 1 where id = ?")
                .params(successor.value(), on, former.value())
                .update();
    }

    /// The organisation that houses and employs the office. The two are two nodes (domain 5.4).
    public void host(OrganisationId office, OrganisationId host) {
        require(office);
        require(host);
        if (office.equals(host)) throw new Refused("directory.organisation.own-host");
        db.sql("update directory.organisation set host = ?, version = version + 1 where id = ?")
                .params(host.value(), office.value())
                .update();
    }

    public void unhost(OrganisationId office) {
        require(office);
        db.sql("update directory.organisation set host = null, version = version + 1 where id = ? and host is not null")
                .param(office.value())
                .update();
    }

    /// Makes this the node of the coordination office, and no other.
    public void appointCoordinator(OrganisationId id) {
        require(id);
        db.sql(
                        "update directory.organisation set coordinator = false, version = version + 1 where coordinator and id <> ?")
                .param(id.value())
                .update();
        db.sql(
                        "update directory.organisation set coordinator = true, version = version + 1 where id = ? and not coordinator")
                .param(id.value())
                .update();
    }

    /// @param from the first day; null when it is not known
    public void joinUmbrella(OrganisationId umbrella, OrganisationId member, @Nullable LocalDate from) {
        require(umbrella);
        require(member);
        if (umbrella.equals(member)) throw new Refused("directory.organisation.own-umbrella");
        int known = db.sql("""
                        select count(*) from directory.umbrella_member where umbrella = ? and member = ? and valid_to is null
                        """)
                .params(umbrella.value(), member.value())
                .query(Integer.class)
                .single();
        if (known > 0) throw new Refused("directory.organisation.umbrella-known");
        db.sql("""
                        insert into directory.umbrella_member (network, umbrella, member, valid_from)
                        values (platform.network(), :umbrella, :member, :from)
                        """)
                .param("umbrella", umbrella.value())
                .param("member", member.value())
                .param("from", from)
                .update();
    }

    /// @param on the first day it is no longer a member
    public void leaveUmbrella(OrganisationId umbrella, OrganisationId member, LocalDate on) {
        int rows = db.sql("""
                        update directory.umbrella_member set valid_to = :on
                         where umbrella = :umbrella and member = :member and valid_to is null
                           and (valid_from is null or valid_from < :on)
                        """)
                .param("on", on)
                .param("umbrella", umbrella.value())
                .param("member", member.value())
                .update();
        if (rows == 0) throw new Refused("directory.organisation.not-in-umbrella");
    }

    private void require(OrganisationId id) {
        boolean known = db.sql("select id from directory.organisation where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!known) throw new NotFound();
    }

    private boolean leadsTo(OrganisationId from, OrganisationId to) {
        return db.sql("""
                        with recursive way (id) as (
                            select successor from directory.organisation where id = :from
                            union
                            select o.successor from way join directory.organisation o on o.id = way.id
                        )
                        select exists (select from way where id = :to)
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .query(Boolean.class)
                .single();
    }
}
