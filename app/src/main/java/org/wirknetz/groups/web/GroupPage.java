package org.wirknetz.groups.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.groups.Part;
import org.wirknetz.groups.Quorum;
import org.wirknetz.platform.NotFound;

/// One group: its charter, who sits in it, whom it overlaps with, when it meets.
///
/// @param day for which "present" is meant: today, of a closed group its last day
public record GroupPage(
        Card card, List<Member> members, List<Overlap> overlaps, List<Meeting> meetings, LocalDate day) {

    /// @param termTo the day after the last
    public record Card(
            UUID id,
            int version,
            String name,
            String kind,
            @Nullable String purpose,
            @Nullable String mandate,
            @Nullable String expected,
            @Nullable String rules,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable Integer rhythmDays,
            @Nullable Integer quorumNumerator,
            @Nullable Integer quorumDenominator,
            boolean quorumAbove,
            String visibility,
            LocalDate foundedOn,
            @Nullable LocalDate closedOn,
            @Nullable String result) {

        public boolean open() {
            return closedOn == null;
        }

        public @Nullable Quorum quorum() {
            return quorumNumerator == null || quorumDenominator == null
                    ? null
                    : new Quorum(quorumNumerator, quorumDenominator, quorumAbove);
        }

        public @Nullable LocalDate lastDay() {
            return termTo == null ? null : termTo.minusDays(1);
        }
    }

    /// @param person null while the organisation has named nobody
    public record Member(
            UUID id,
            UUID organisation,
            String organisationName,
            @Nullable UUID person,
            @Nullable String personName,
            String part,
            boolean votes,
            LocalDate since,
            @Nullable LocalDate until,
            int version) {}

    /// @param shared organisations that sit in both
    /// @param together organisations that sit in either
    public record Overlap(UUID id, String name, int shared, int together) {}

    /// A meeting of the group that was not called off.
    public record Meeting(UUID id, String title, LocalDate on) {}

    static GroupPage of(JdbcClient db, UUID id, LocalDate today) {
        var card = db.sql("""
                        select id, version, name, kind, purpose, mandate, expected, rules, term_from, term_to, rhythm_days,
                               quorum_numerator, quorum_denominator, quorum_above, visibility, founded_on, closed_on, result
                          from groups.body where id = ?
                        """).param(id).query(Card.class).optional().orElseThrow(NotFound::new);
        var closed = card.closedOn();
        return new GroupPage(
                card,
                members(db, id),
                card.open() ? overlaps(db, id) : List.of(),
                meetings(db, id),
                closed == null || closed.isAfter(today) ? today : closed);
    }

    private static List<Meeting> meetings(JdbcClient db, UUID id) {
        return db.sql("""
                        select id, title, (starts_at at time zone 'Europe/Berlin')::date as "on"
                          from meetings.meeting_card
                         where network = platform.network() and group_id = ? and state = 'INVITED'
                         order by starts_at, id
                        """).param(id).query(Meeting.class).list();
    }

    private static List<Member> members(JdbcClient db, UUID id) {
        return db.sql("""
                        select m.id, m.organisation, o.name as organisation_name, m.person, p.name as person_name, m.part, m.votes,
                               m.since, m.until, m.version
                          from groups.member m
                          join directory.organisation_card o on o.network = m.network and o.id = m.organisation
                          left join directory.person_card p on p.network = m.network and p.id = m.person
                         where m.group_id = ?
                         order by array_position(array['LEAD', 'DEPUTY', 'MEMBER', 'GUEST'], m.part), platform.fold(o.name),
                                  platform.fold(p.name), m.since, m.id
                        """).param(id).query(Member.class).list();
    }

    /// Jaccard of the organisations of today, guests left out; half of all at least, and three in both, so that two
    /// small
    /// groups of the same few are no finding.
    private static List<Overlap> overlaps(JdbcClient db, UUID id) {
        return db.sql("""
                        with sits as (
                            select distinct m.group_id, m.organisation
                              from groups.member m
                              join groups.body b on b.network = m.network and b.id = m.group_id and b.closed_on is null
                             where m.part <> 'GUEST' and groups.belongs(m.since, m.until, null)),
                        sized as (select group_id, count(*) as size from sits group by group_id),
                        shared as (
                            select other.group_id, count(*) as shared
                              from sits here
                              join sits other on other.organisation = here.organisation and other.group_id <> here.group_id
                             where here.group_id = :id
                             group by other.group_id)
                        select b.id, b.name, s.shared::int as shared, (mine.size + theirs.size - s.shared)::int as together
                          from shared s
                          join sized theirs on theirs.group_id = s.group_id
                          join sized mine on mine.group_id = :id
                          join groups.body b on b.id = s.group_id
                         where s.shared >= 3 and 2 * s.shared >= mine.size + theirs.size - s.shared
                         order by s.shared::numeric / (mine.size + theirs.size - s.shared) desc, platform.fold(b.name)
                         limit 5
                        """).param("id", id).query(Overlap.class).list();
    }

    /// The last meeting before this day or on it.
    public Optional<Meeting> last() {
        return meetings.reversed().stream().filter(it -> !it.on().isAfter(day)).findFirst();
    }

    public Optional<Meeting> next() {
        return meetings.stream().filter(it -> it.on().isAfter(day)).findFirst();
    }

    public List<Member> present() {
        return members.stream()
                .filter(it -> !it.since().isAfter(day)
                        && (it.until() == null || it.until().isAfter(day)))
                .toList();
    }

    public List<Member> coming() {
        return members.stream().filter(it -> it.since().isAfter(day)).toList();
    }

    public List<Member> former() {
        return members.stream()
                .filter(it -> it.until() != null && !it.until().isAfter(day))
                .toList();
    }

    public Optional<Member> holds(Part part) {
        return present().stream().filter(it -> it.part().equals(part.name())).findFirst();
    }

    /// Organisations that sit in it, guests left out.
    public int organisations() {
        return (int) present().stream()
                .filter(it -> !it.part().equals(Part.GUEST.name()))
                .map(Member::organisation)
                .distinct()
                .count();
    }

    /// Organisations with a vote.
    public int voting() {
        return (int) present().stream()
                .filter(Member::votes)
                .map(Member::organisation)
                .distinct()
                .count();
    }

    /// How many of them must be there; null where any number may decide, or nobody votes.
    public @Nullable Integer needed() {
        var quorum = card.quorum();
        return quorum == null || voting() == 0 ? null : (Integer) quorum.needed(voting());
    }
}
