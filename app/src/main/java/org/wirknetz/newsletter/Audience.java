package org.wirknetz.newsletter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.mail.Mails;

/// Whom a newsletter or a circular reaches, each with the reason, and whom it does not, with the reason, too.
/// Read afresh when it is shown and again when it is sent: a right or a consent that ended in between has
/// ended.
///
/// To be read in the scope of the network without a person, or by the office.
public record Audience(List<Reader> readers) {

    /// An address that no mail can be meant for, from wherever it came, is none: it must not hold up all the
    /// others.
    public Audience {
        readers = readers.stream()
                .map(it -> it.address() != null && it.hindrance() == null && !Mails.takes(it.address())
                        ? it.hinderedBy("NO_ADDRESS")
                        : it)
                .toList();
    }

    /// Narrows an audience; null for everybody.
    public record Segment(
            @Nullable UUID actorGroup,
            @Nullable UUID area,
            @Nullable String level) {
        static final Segment ALL = new Segment(null, null, null);

        boolean narrows() {
            return actorGroup != null || area != null || level != null;
        }
    }

    /// @param address null for an organisation that nobody is known of
    /// @param why key of the words that say the reason: `FORM`, `ACCOUNT`, `PROOF` of a subscription, or
    /// `MANDATE`, `GROUP`
    /// @param since when the reason began
    /// @param hindrance null when the mail goes there; else `TROUBLE`, `OBJECTED` or `NO_ADDRESS`
    public record Reader(
            @Nullable String address,
            @Nullable String name,
            @Nullable UUID subscription,
            @Nullable UUID person,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            String locale,
            String why,
            @Nullable LocalDate since,
            @Nullable String hindrance,
            @Nullable String answer) {

        Reader hinderedBy(String what) {
            return new Reader(
                    address,
                    name,
                    subscription,
                    person,
                    organisation,
                    organisationName,
                    locale,
                    why,
                    since,
                    what,
                    answer);
        }

        public boolean isReached() {
            return hindrance == null && address != null;
        }
    }

    public List<Reader> reached() {
        return readers.stream().filter(Reader::isReached).toList();
    }

    public List<Reader> missed() {
        return readers.stream().filter(it -> !it.isReached()).toList();
    }

    private static final String SEGMENT = """
            (:group::uuid is null or exists (select from directory.organisation_group_card g
                                              where g.network = m.network and g.organisation = m.organisation and g.actor_group = :group))
            and (:area::uuid is null or exists (select from directory.organisation_card o
                                                 where o.network = m.network and o.id = m.organisation and o.area = :area))
            and (:level::text is null or m.level = :level)
            """;

    private static final String NOW =
            "(m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)";

    /// Those on a list who agreed; narrowed by what is known of their work, where it is narrowed.
    static Audience ofList(JdbcClient db, UUID list, Segment segment, LocalDate today) {
        return new Audience(db.sql("""
                        select s.address, null::text as name, s.id as subscription, null::uuid as person,
                               null::uuid as organisation, null::text as organisation_name, s.locale, s.source as why,
                               s.confirmed_at::date as since,
                               case when t.id is not null then 'TROUBLE' end as hindrance, t.answer
                          from newsletter.subscription s
                          left join platform.mail_trouble t on t.network = s.network and t.address = lower(s.address)
                         where s.list = :list and s.confirmed_at is not null and s.withdrawn_at is null
                           and (not :narrows or exists (
                                select from directory.person_address_card a
                                  join directory.mandate_card m on m.network = a.network and m.person = a.person
                                 where a.network = s.network and a.email = lower(s.address) and %s and %s))
                         order by lower(s.address)
                        """.formatted(NOW, SEGMENT))
                .param("list", list)
                .param("narrows", segment.narrows())
                .param("group", segment.actorGroup(), java.sql.Types.OTHER)
                .param("area", segment.area(), java.sql.Types.OTHER)
                .param("level", segment.level(), java.sql.Types.VARCHAR)
                .param("today", today)
                .query(Reader.class)
                .list());
    }

    /// Those who speak for a member today; of an organisation nobody is known of, the organisation alone.
    static Audience ofMembers(JdbcClient db, Segment segment, LocalDate today) {
        return new Audience(db.sql("""
                        with member as (
                            select distinct c.network, c.organisation from directory.membership_card c
                             where c.network = platform.network() and c.status in ('ACTIVE', 'DORMANT')
                               and (c.valid_from is null or c.valid_from <= :today) and (c.valid_to is null or c.valid_to > :today)
                               and (:group::uuid is null or exists (select from directory.organisation_group_card g
                                    where g.network = c.network and g.organisation = c.organisation and g.actor_group = :group))
                        ), voice as (
                            select m.network, m.organisation, m.person, min(m.valid_from) as since
                              from directory.mandate_card m
                             where m.network = platform.network() and %s and %s
                             group by m.network, m.organisation, m.person)
                        select a.email as address, p.name, null::uuid as subscription, v.person, o.id as organisation,
                               o.name as organisation_name, n.locale, 'MANDATE' as why, v.since,
                               case when a.email is null then 'NO_ADDRESS' when t.id is not null then 'TROUBLE' end as hindrance,
                               t.answer
                          from member
                          join directory.organisation_card o on o.network = member.network and o.id = member.organisation
                               and (:area::uuid is null or o.area = :area)
                          join access.network_card n on n.id = member.network
                          left join voice v on v.network = member.network and v.organisation = member.organisation
                          left join directory.person_card p on p.network = v.network and p.id = v.person
                          left join directory.person_address_card a on a.network = v.network and a.person = v.person
                          left join platform.mail_trouble t on t.network = a.network and t.address = a.email
                         where not o.coordinator
                         order by platform.fold(o.name), platform.fold(p.name), v.person
                        """.formatted(NOW, SEGMENT))
                .param("group", segment.actorGroup(), java.sql.Types.OTHER)
                .param("area", segment.area(), java.sql.Types.OTHER)
                .param("level", segment.level(), java.sql.Types.VARCHAR)
                .param("today", today)
                .query(Reader.class)
                .list());
    }

    /// Those who belong to a group today.
    static Audience ofGroup(JdbcClient db, UUID group, LocalDate today) {
        return new Audience(db.sql("""
                        select a.email as address, p.name, null::uuid as subscription, m.person, o.id as organisation,
                               o.name as organisation_name, n.locale, 'GROUP' as why, m.since,
                               case when a.email is null then 'NO_ADDRESS' when t.id is not null then 'TROUBLE' end as hindrance,
                               t.answer
                          from groups.member_card m
                          join directory.organisation_card o on o.network = m.network and o.id = m.organisation
                          join access.network_card n on n.id = m.network
                          left join directory.person_card p on p.network = m.network and p.id = m.person
                          left join directory.person_address_card a on a.network = m.network and a.person = m.person
                          left join platform.mail_trouble t on t.network = a.network and t.address = a.email
                         where m.group_id = :group and (m.since is null or m.since <= :today)
                           and (m.until is null or m.until > :today)
                         order by platform.fold(o.name), platform.fold(p.name), m.person
                        """)
                .param("group", group)
                .param("today", today)
                .query(Reader.class)
                .list());
    }
}
