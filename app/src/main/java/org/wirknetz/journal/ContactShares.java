package org.wirknetz.journal;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the office's contacts are spread over the actor groups, beside the groups' share of the members (F10). A
/// figure
/// of this room only: it is for the office to look at itself.
///
/// An organisation of two groups counts half for each.
///
/// @param contacts in the year that ends today
/// @param members of today, the office itself not counted
public record ContactShares(List<Group> groups, double contacts, double members) {

    /// Fewer contacts than this say nothing about a share.
    public static final int ENOUGH = 20;

    /// @param group null for members without one
    /// @param lastOn the last contact of all time; null where there was none
    public record Group(
            @Nullable UUID group,
            String name,
            double contacts,
            double minutes,
            double members,
            @Nullable LocalDate lastOn) {}

    public static ContactShares of(JdbcClient db, LocalDate today, boolean german) {
        var groups = db.sql("""
                        with member as (
                            select distinct m.organisation from directory.membership_card m
                              join directory.organisation_card o on o.network = m.network and o.id = m.organisation and not o.coordinator
                             where m.network = platform.network() and m.status in ('ACTIVE', 'DORMANT')
                               and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)),
                        part as (
                            select member.organisation, g.actor_group, case when :german then g.name_de else g.name_en end as name,
                                   g.position, 1.0 / greatest(1, count(*) over (partition by member.organisation)) as share
                              from member
                              left join directory.organisation_group_card g on g.network = platform.network()
                                   and g.organisation = member.organisation),
                        contact as (
                            select t.organisation, count(*) filter (where t.held_on > cast(:today as date) - 365) as number,
                                   coalesce(sum(t.minutes) filter (where t.held_on > cast(:today as date) - 365), 0) as minutes,
                                   max(t.held_on) as last_on
                              from journal.touchpoint t where t.held_on <= :today group by 1)
                        select part.actor_group as "group", coalesce(part.name, '') as name,
                               coalesce(sum(contact.number * part.share), 0)::float8 as contacts,
                               coalesce(sum(contact.minutes * part.share), 0)::float8 as minutes,
                               sum(part.share)::float8 as members, max(contact.last_on) as last_on
                          from part
                          left join contact on contact.organisation = part.organisation
                         group by part.actor_group, part.name, part.position
                         order by part.position nulls last, part.name nulls last
                        """)
                .param("today", today)
                .param("german", german)
                .query(Group.class)
                .list();
        return new ContactShares(
                groups,
                groups.stream().mapToDouble(Group::contacts).sum(),
                groups.stream().mapToDouble(Group::members).sum());
    }

    /// Whole numbers as they are, parts with one decimal.
    public static String said(double number, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    public boolean enough() {
        return contacts >= ENOUGH;
    }

    /// The contacts a group would have if every member were spoken to as often.
    public double expected(Group group) {
        return members == 0 ? 0 : contacts * group.members() / members;
    }

    /// The group that has waited longest; one never spoken to before any other.
    public @Nullable Group longestWithout() {
        return groups.stream()
                .min(java.util.Comparator.comparing(
                        Group::lastOn, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())))
                .orElse(null);
    }
}
