package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.platform.NotFound;

/// If this person leaves tomorrow (capabilities F3): what would break, and what has to be handed over to whom.
///
/// @param posts where they work or speak today
/// @param lost pairs of organisations in which they are the only contact on their side
/// @param seats groups they sit in
/// @param functions key functions they hold
/// @param tasks open tasks of theirs that the reader may know of
/// @param openings introductions of their organisations that are still open
/// @param followers colleagues of the same organisations, who could follow
public record LeavingPage(
        UUID person,
        String name,
        List<Post> posts,
        List<Lost> lost,
        List<Seat> seats,
        List<Held> functions,
        List<Duty> tasks,
        List<Opening> openings,
        List<Colleague> followers) {

    public record Post(UUID organisation, String organisationName, String function) {}

    /// @param people who sits with them for the other organisation: whom a successor has to meet
    public record Lost(UUID organisation, UUID other, String otherName, List<String> people) {}

    /// @param deputy who would step in where they lead; null where nobody would, or they do not lead
    public record Seat(
            UUID id, String name, String part, @Nullable String deputy) {

        public boolean headless() {
            return part.equals("LEAD") && deputy == null;
        }
    }

    public record Held(String name, @Nullable String deputy) {}

    /// @param dueOn null without a day
    public record Duty(UUID id, String title, @Nullable LocalDate dueOn) {}

    public record Opening(UUID id, String other, LocalDate sentOn) {}

    public record Colleague(UUID id, String name, String organisationName) {}

    static LeavingPage of(JdbcClient db, UUID person, Work work, Snapshot snapshot) {
        var day = snapshot.asOf();
        var name = db.sql("select name from directory.person_card where network = platform.network() and id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new LeavingPage(
                person,
                name,
                posts(db, person, day),
                lost(db, person, work, snapshot),
                seats(db, person, day),
                functions(db, person, day),
                tasks(db, person),
                openings(db, person, day),
                followers(db, person, day));
    }

    private static List<Post> posts(JdbcClient db, UUID person, LocalDate day) {
        return db.sql("""
                        select distinct p.organisation, o.name as organisation_name, p.function
                          from directory.position_card p
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                         where p.network = platform.network() and p.person = :person
                           and (p.valid_from is null or p.valid_from <= :day) and (p.valid_to is null or p.valid_to > :day)
                         order by o.name, p.function
                        """)
                .param("person", person)
                .param("day", day)
                .query(Post.class)
                .list();
    }

    private static List<Seat> seats(JdbcClient db, UUID person, LocalDate day) {
        return db.sql("""
                        select g.id, g.name, m.part, case when m.part = 'LEAD' then p.name end as deputy
                          from groups.member_card m
                          join groups.group_card g on g.network = m.network and g.id = m.group_id
                          left join directory.person_card p on p.network = g.network and p.id = g.deputy
                         where m.network = platform.network() and m.person = :person
                           and m.since <= :day and (m.until is null or m.until > :day)
                         order by array_position(array['LEAD', 'DEPUTY', 'MEMBER', 'GUEST'], m.part), platform.fold(g.name), g.id
                        """)
                .param("person", person)
                .param("day", day)
                .query(Seat.class)
                .list();
    }

    private static List<Held> functions(JdbcClient db, UUID person, LocalDate day) {
        return db.sql("""
                        select m.function as name, d.name as deputy
                          from directory.mandate_card m
                          left join directory.person_card d on d.network = m.network and d.id = m.deputy
                         where m.network = platform.network() and m.person = :person and m.kind in ('KEY_FUNCTION', 'LEADS')
                           and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)
                         order by m.function, d.name
                        """)
                .param("person", person)
                .param("day", day)
                .query(Held.class)
                .list();
    }

    private static List<Duty> tasks(JdbcClient db, UUID person) {
        return db.sql("""
                        select id, title, due_on from tasks.task_card
                         where network = platform.network() and owner_person = ? and done_on is null and dropped_on is null
                         order by due_on nulls last, title, id limit 100
                        """).param(person).query(Duty.class).list();
    }

    private static List<Opening> openings(JdbcClient db, UUID person, LocalDate day) {
        return db.sql("""
                        with own as (
                            select distinct organisation from directory.position_card
                             where network = platform.network() and person = :person
                               and (valid_from is null or valid_from <= :day) and (valid_to is null or valid_to > :day))
                        select i.id, o.name as other, (i.sent_at at time zone 'Europe/Berlin')::date as sent_on
                          from exchange.introduction_card i
                          join directory.organisation_card o on o.network = i.network
                               and o.id = case when i.asker in (select organisation from own) then i.helper else i.asker end
                         where i.network = platform.network() and i.state = 'SENT'
                           and (i.asker in (select organisation from own) or i.helper in (select organisation from own))
                         order by i.sent_at, i.id limit 40
                        """)
                .param("person", person)
                .param("day", day)
                .query(Opening.class)
                .list();
    }

    private static List<Colleague> followers(JdbcClient db, UUID person, LocalDate day) {
        return db.sql("""
                        select distinct p.id, p.name, o.name as organisation_name, platform.fold(p.family_name) as folded
                          from directory.position_card mine
                          join directory.position_card theirs on theirs.network = mine.network and theirs.organisation = mine.organisation
                               and theirs.person <> mine.person
                               and (theirs.valid_from is null or theirs.valid_from <= :day)
                               and (theirs.valid_to is null or theirs.valid_to > :day)
                          join directory.person_card p on p.network = theirs.network and p.id = theirs.person
                          join directory.organisation_card o on o.network = mine.network and o.id = mine.organisation
                         where mine.network = platform.network() and mine.person = :person
                           and (mine.valid_from is null or mine.valid_from <= :day) and (mine.valid_to is null or mine.valid_to > :day)
                         order by organisation_name, folded, p.id limit 40
                        """)
                .param("person", person)
                .param("day", day)
                .query((row, n) -> new Colleague(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("organisation_name")))
                .list();
    }

    private static List<Lost> lost(JdbcClient db, UUID person, Work work, Snapshot snapshot) {
        var day = snapshot.asOf();
        var members = snapshot.byId();
        var known = Acquaintances.of(work, members.keySet(), day);
        var pairs = known.carrying(snapshot).lostWith().getOrDefault(person.toString(), List.of());
        var beside = beside(db, person, work, day);
        var own = work.placesOn(day).stream()
                .filter(it -> person.equals(it.person()))
                .map(Work.Place::organisation)
                .collect(Collectors.toSet());
        var lost = new ArrayList<Lost>();
        for (var pair : pairs) {
            var one = UUID.fromString(pair.one());
            var other = UUID.fromString(pair.other());
            var theirs = own.contains(one) ? other : one;
            var member = members.get(theirs);
            if (member == null) continue;
            lost.add(new Lost(
                    theirs.equals(one) ? other : one,
                    theirs,
                    member.name(),
                    List.copyOf(beside.getOrDefault(theirs, new TreeSet<>()))));
        }
        return lost.stream().sorted(Comparator.comparing(Lost::otherName)).toList();
    }

    /// Names of the people who sit in a group with this one, by the organisation that sends them.
    private static Map<UUID, TreeSet<String>> beside(JdbcClient db, UUID person, Work work, LocalDate day) {
        var bodies = work.bodiesOn(day).stream()
                .filter(it -> !it.plenary())
                .map(Work.Body::id)
                .collect(Collectors.toSet());
        var mine = work.placesOn(day).stream()
                .filter(it -> person.equals(it.person()) && bodies.contains(it.body()))
                .map(Work.Place::body)
                .collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        db.sql("select id, name from directory.person_card where network = platform.network()")
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        var beside = new HashMap<UUID, TreeSet<String>>();
        for (var place : work.placesOn(day)) {
            if (place.person() == null || !mine.contains(place.body()) || person.equals(place.person())) continue;
            beside.computeIfAbsent(place.organisation(), it -> new TreeSet<>())
                    .add(names.getOrDefault(place.person(), ""));
        }
        return beside;
    }

    public long headless() {
        return seats.stream().filter(Seat::headless).count();
    }

    public long unheld() {
        return functions.stream().filter(it -> it.deputy() == null).count();
    }

    public boolean nothing() {
        return lost.isEmpty() && seats.isEmpty() && functions.isEmpty() && tasks.isEmpty() && openings.isEmpty();
    }
}
