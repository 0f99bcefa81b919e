package org.wirknetz.meetings;

import java.sql.Types;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Who is asked to come to a meeting. Being on the list tells nobody anything: see [Dispatches].
@Component
@Transactional
public class Invitations {

    /// More than any hall holds, and few enough to be told within minutes.
    private static final int MOST = 2_000;

    private final JdbcClient db;

    Invitations(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused when the person or the address is invited already
    public InvitationId invite(MeetingId meeting, Contacts.Contact contact) {
        return enter(meeting, contact.person(), contact.organisation(), contact.name(), contact.email(), false);
    }

    /// Somebody without a card in the directory.
    ///
    /// @throws Refused when the address is none, or invited already
    public InvitationId inviteGuest(MeetingId meeting, String name, String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > 254 || !address.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+"))
            throw new Refused("meetings.invitation.no-address", email.strip());
        var called = Texts.line(name, 200);
        return enter(meeting, null, null, called == null ? address : called, address, true);
    }

    private InvitationId enter(
            MeetingId meeting,
            @Nullable UUID person,
            @Nullable UUID organisation,
            String name,
            @Nullable String email,
            boolean guest) {
        if (lock(meeting) >= MOST) throw new Refused("meetings.invitation.many", MOST);
        var id = InvitationId.fresh();
        try {
            db.sql("""
                            insert into meetings.invitation (network, id, meeting, person, organisation, name, email, guest)
                            values (platform.network(), :id, :meeting, :person, :organisation, :name, :email, :guest)
                            """)
                    .param("id", id.value())
                    .param("meeting", meeting.value())
                    .param("person", person, Types.OTHER)
                    .param("organisation", organisation, Types.OTHER)
                    .param("name", name)
                    .param("email", email)
                    .param("guest", guest)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("meetings.invitation.twice", name);
        }
        return id;
    }

    /// Everybody who sits in the meeting's group on its day and is not invited yet.
    ///
    /// @return how many were added
    public int inviteGroup(MeetingId meeting) {
        lock(meeting);
        return db.sql("""
                        insert into meetings.invitation (network, meeting, person, organisation, name, email)
                        select distinct on (p.id) m.network, m.id, p.id, member.organisation, p.name, address.email
                          from meetings.meeting m
                          join groups.member_card member on member.network = m.network and member.group_id = m.group_id
                               and member.since <= m.starts_at::date and (member.until is null or member.until > m.starts_at::date)
                          join directory.person_card p on p.network = m.network and p.id = member.person
                          left join directory.person_address_card address on address.network = p.network and address.person = p.id
                         where m.id = :meeting
                           and not exists (select from meetings.invitation i
                                            where i.network = m.network and i.meeting = m.id
                                              and (i.person = p.id or i.email = address.email))
                         order by p.id, member.part, member.organisation
                        on conflict do nothing
                        """).param("meeting", meeting.value()).update();
    }

    /// One for each member organisation of today that sends nobody yet: its representative in the network.
    ///
    /// @return how many were added
    public int inviteNetwork(MeetingId meeting) {
        lock(meeting);
        return db.sql("""
                        insert into meetings.invitation (network, meeting, person, organisation, name, email)
                        select distinct on (p.id) m.network, m.id, p.id, mandate.organisation, p.name, address.email
                          from meetings.meeting m
                          join directory.mandate_card mandate on mandate.network = m.network
                               and (mandate.valid_from is null or mandate.valid_from <= m.starts_at::date)
                               and (mandate.valid_to is null or mandate.valid_to > m.starts_at::date)
                          join directory.membership_card member on member.network = m.network and member.organisation = mandate.organisation
                               and member.status = 'ACTIVE'
                               and (member.valid_from is null or member.valid_from <= m.starts_at::date)
                               and (member.valid_to is null or member.valid_to > m.starts_at::date)
                          join directory.person_card p on p.network = m.network and p.id = mandate.person
                          left join directory.person_address_card address on address.network = p.network and address.person = p.id
                         where m.id = :meeting
                           and not exists (select from meetings.invitation i
                                            where i.network = m.network and i.meeting = m.id
                                              and (i.person = p.id or i.email = address.email))
                         order by p.id, mandate.organisation
                        on conflict do nothing
                        """).param("meeting", meeting.value()).update();
    }

    /// In which language somebody reads who has no account to say it.
    public void reads(InvitationId id, Locale language) {
        db.sql("update meetings.invitation set locale = ? where id = ?")
                .params(language.getLanguage().equals("en") ? "en" : "de", id.value())
                .update();
    }

    /// One invitation as it stands.
    ///
    /// @param own whether it is that of the visitor in scope
    public record Known(
            MeetingId meeting,
            boolean told,
            @Nullable Answer answer,
            @Nullable String representedBy,
            @Nullable String comment,
            boolean own) {}

    /// @throws NotFound also where the meeting does not concern the visitor in scope
    @Transactional(readOnly = true)
    public Known read(InvitationId id) {
        return db.sql("""
                        select meeting, told_sequence is not null as told, answer, represented_by, comment,
                               coalesce(person = any ((select meetings.own_people())::uuid[]), false) as own
                          from meetings.invitation where id = ?
                        """)
                .param(id.value())
                .query((row, n) -> new Known(
                        new MeetingId(row.getObject("meeting", UUID.class)),
                        row.getBoolean("told"),
                        row.getString("answer") == null ? null : Answer.valueOf(row.getString("answer")),
                        row.getString("represented_by"),
                        row.getString("comment"),
                        row.getBoolean("own")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Takes somebody off the list without a word.
    ///
    /// @throws Refused when they were told of the meeting: then they have to learn it, see [Dispatches#uninvite]
    public void withdraw(MeetingId meeting, InvitationId id) {
        if (read(id).told()) throw new Refused("meetings.invitation.told-already");
        drop(meeting, id);
    }

    /// Takes somebody off the list who was told nothing yet, or says so to who was: see [Dispatches#uninvite].
    void drop(MeetingId meeting, InvitationId invitation) {
        int rows = db.sql("delete from meetings.invitation where id = ? and meeting = ?")
                .params(invitation.value(), meeting.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// @return how many are invited
    private int lock(MeetingId meeting) {
        var state = db.sql("select state from meetings.meeting where id = ? for update")
                .param(meeting.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (state.equals("CANCELLED")) throw new Refused("meetings.cancelled-already");
        return db.sql("select count(*) from meetings.invitation where meeting = ?")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }
}
