package org.wirknetz.groups;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Who sits in a group: organisations, each with the people it sends, what they are there, and whether it votes.
///
/// An organisation has one vote or none, however many people it sends; all its rows of a day say the same, but for
/// guests.
@Component
@Transactional
public class GroupMembers {

    private final JdbcClient db;
    private final Groups groups;

    GroupMembers(JdbcClient db, Groups groups) {
        this.db = db;
        this.groups = groups;
    }

    /// @param organisation that sends somebody
    /// @param person null while the organisation has not named one
    /// @param votes whether the organisation has a vote there
    /// @param since first day
    public record Seat(UUID organisation, @Nullable UUID person, Part part, boolean votes, LocalDate since) {

        /// @throws Refused when a guest is to vote, or nobody is to lead
        public Seat {
            if (part == Part.GUEST && votes) throw new Refused("groups.guest-votes");
            if (person == null && (part == Part.LEAD || part == Part.DEPUTY)) throw new Refused("groups.lead-unnamed");
        }
    }

    /// @throws Refused when the group is closed, they sit there already, somebody else leads it, or the person is not
    /// of
    ///     that organisation
    public void join(GroupId group, Seat seat) {
        groups.requireOpen(group);
        requirePerson(seat);
        keepingTheRules(() -> {
            int rows = db.sql("""
                            insert into groups.member (network, group_id, organisation, person, part, votes, since)
                            select platform.network(), :group, o.id, :person, :part, :votes, :since
                              from directory.organisation_card o
                             where o.network = platform.network() and o.id = :organisation
                            """)
                    .param("group", group.value())
                    .param("organisation", seat.organisation())
                    .param("person", seat.person(), java.sql.Types.OTHER)
                    .param("part", seat.part().name())
                    .param("votes", seat.votes())
                    .param("since", seat.since())
                    .update();
            if (rows == 0) throw new NotFound();
        });
        if (seat.part() != Part.GUEST) vote(group, seat.organisation(), seat.votes());
    }

    /// Corrects what was entered.
    ///
    /// @param version the one that was shown
    /// @param until the day after the last; null while it goes on
    /// @throws Refused as [#join(GroupId, Seat)] does, and when it would end before it begins
    public void correct(GroupId group, UUID member, int version, Seat seat, @Nullable LocalDate until) {
        groups.requireOpen(group);
        requirePerson(seat);
        if (until != null && !until.isAfter(seat.since())) throw new Refused("groups.member.turned");
        keepingTheRules(() -> {
            int rows = db.sql("""
                            update groups.member
                               set person = :person, part = :part, votes = :votes, since = :since, until = :until,
                                   version = version + 1
                             where id = :member and group_id = :group and organisation = :organisation and version = :version
                            """)
                    .param("member", member)
                    .param("group", group.value())
                    .param("organisation", seat.organisation())
                    .param("person", seat.person(), java.sql.Types.OTHER)
                    .param("part", seat.part().name())
                    .param("votes", seat.votes())
                    .param("since", seat.since())
                    .param("until", until, java.sql.Types.DATE)
                    .param("version", version)
                    .update();
            if (rows == 0) throw new OptimisticLockingFailureException("member " + member);
        });
        if (seat.part() != Part.GUEST && until == null) vote(group, seat.organisation(), seat.votes());
    }

    /// Ends it today, or takes it out where it has not begun before that.
    public void leave(GroupId group, UUID member, LocalDate on) {
        groups.requireOpen(group);
        int rows = db.sql("""
                        update groups.member set until = :on, version = version + 1
                         where id = :member and group_id = :group and since < :on and (until is null or until > :on)
                        """)
                .param("member", member)
                .param("group", group.value())
                .param("on", on)
                .update();
        if (rows == 0)
            rows = db.sql("delete from groups.member where id = :member and group_id = :group and since >= :on")
                    .param("member", member)
                    .param("group", group.value())
                    .param("on", on)
                    .update();
        if (rows == 0) throw new NotFound();
    }

    /// One organisation, one vote: what is said of one of its people holds for all who sit there now, but for guests.
    private void vote(GroupId group, UUID organisation, boolean votes) {
        db.sql("""
                        update groups.member set votes = :votes
                         where group_id = :group and organisation = :organisation and until is null and part <> 'GUEST'
                           and votes <> :votes
                        """)
                .param("group", group.value())
                .param("organisation", organisation)
                .param("votes", votes)
                .update();
    }

    private void requirePerson(Seat seat) {
        var person = seat.person();
        if (person == null) return;
        boolean theirs = db.sql("""
                        select exists (select from directory.position_card p
                                        where p.network = platform.network() and p.person = :person and p.organisation = :organisation)
                            or exists (select from directory.mandate_card m
                                        where m.network = platform.network() and m.person = :person and m.organisation = :organisation)
                        """)
                .param("person", person)
                .param("organisation", seat.organisation())
                .query(Boolean.class)
                .single();
        if (!theirs) throw new Refused("groups.person-elsewhere");
    }

    private static void keepingTheRules(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException broken) {
            var said = String.valueOf(broken.getMessage());
            if (said.contains("one_leads_at_a_time")) throw new Refused("groups.led-already");
            if (said.contains("member_once_at_a_time")) throw new Refused("groups.member.known");
            throw broken;
        }
    }
}
