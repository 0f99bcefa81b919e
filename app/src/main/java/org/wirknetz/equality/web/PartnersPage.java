package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.Involvement;

/// Partners that are relevant for the topic, and whether they take part.
///
/// @param all who was decided about, and who is proposed, by name
/// @param work nothing for those who may not read all of it
public record PartnersPage(List<Partner> all, List<Involvement> work) {

    /// @param id null where nothing is decided yet: a proposal
    /// @param member whether it belongs to the network today
    /// @param groups the actor groups that speak for it, in both languages
    /// @param topics it answers for
    public record Partner(
            @Nullable UUID id,
            UUID organisation,
            String name,
            boolean member,
            @Nullable Boolean relevant,
            @Nullable String reason,
            @Nullable LocalDate since,
            @Nullable Integer version,
            String[] groupsDe,
            String[] groupsEn,
            String[] topics) {

        public String groups(Locale locale) {
            return String.join(", ", locale.getLanguage().equals("de") ? groupsDe : groupsEn);
        }

        public String topicNames() {
            return String.join(", ", Arrays.asList(topics));
        }
    }

    /// @param tells whether what they do is told: see [Involvement]
    static PartnersPage of(JdbcClient db, LocalDate day, boolean tells) {
        var all = db.sql("""
                        with member as (
                            select distinct m.organisation from directory.membership_card m
                             where m.network = platform.network() and m.status in ('ACTIVE', 'DORMANT')
                               and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)),
                             spoken as (
                            select g.organisation, array_agg(g.name_de order by g.position) as de, array_agg(g.name_en order by g.position) as en
                              from directory.organisation_group_card g
                             where g.network = platform.network() and g.key in ('MIGRANT_ORG', 'EQUALITY')
                             group by g.organisation),
                             answering as (
                            select m.organisation, array_agg(distinct t.title order by t.title) as topics
                              from equality.responsibility r
                              join equality.topic t on t.network = r.network and t.id = r.topic
                              join directory.mandate_card m on m.network = r.network and m.id = r.mandate
                             where (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)
                             group by m.organisation)
                        select p.id, o.id as organisation, o.name, member.organisation is not null as member, p.relevant, p.reason, p.since,
                               p.version, coalesce(spoken.de, '{}') as groups_de, coalesce(spoken.en, '{}') as groups_en,
                               coalesce(answering.topics, '{}') as topics
                          from directory.organisation_card o
                          left join member on member.organisation = o.id
                          left join spoken on spoken.organisation = o.id
                          left join answering on answering.organisation = o.id
                          left join equality.relevant_partner p on p.network = o.network and p.organisation = o.id
                         where o.network = platform.network() and not o.coordinator
                           and (p.id is not null
                                or member.organisation is not null and (spoken.organisation is not null or answering.organisation is not null))
                         order by platform.fold(o.name), o.id limit 1000
                        """).param("day", day).query(PartnersPage::row).list();
        return new PartnersPage(all, tells ? Involvement.of(db, day) : List.of());
    }

    private static Partner row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Partner(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("name"),
                row.getBoolean("member"),
                row.getObject("relevant", Boolean.class),
                row.getString("reason"),
                row.getObject("since", LocalDate.class),
                row.getObject("version", Integer.class),
                (String[]) row.getArray("groups_de").getArray(),
                (String[]) row.getArray("groups_en").getArray(),
                (String[]) row.getArray("topics").getArray());
    }

    public List<Partner> relevant() {
        return all.stream().filter(it -> Boolean.TRUE.equals(it.relevant())).toList();
    }

    public List<Partner> proposed() {
        return all.stream().filter(it -> it.relevant() == null).toList();
    }

    public List<Partner> leftOut() {
        return all.stream().filter(it -> Boolean.FALSE.equals(it.relevant())).toList();
    }

    public List<Involvement> work(Partner partner) {
        return work.stream()
                .filter(it -> it.organisation().equals(partner.organisation()))
                .toList();
    }

    public long work(Partner partner, Involvement.Kind kind) {
        return work(partner).stream().filter(it -> it.kind() == kind).count();
    }

    public boolean isInvolved(Partner partner) {
        return !work(partner).isEmpty();
    }

    /// Those with nothing to show first.
    public List<Partner> silentFirst() {
        return relevant().stream()
                .sorted(java.util.Comparator.comparing(this::isInvolved))
                .toList();
    }

    public long involved() {
        return relevant().stream().filter(this::isInvolved).count();
    }
}
