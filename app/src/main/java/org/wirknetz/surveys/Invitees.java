package org.wirknetz.surveys;

import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Who a draft will ask: people of members, people of groups, anybody of the directory; each once, whatever
/// the number of their organisations.
@Component
@Transactional
public class Invitees {

    public static final int MOST = 2000;

    /// Where people work or speak today, with an address to write to.
    private static final String REACHABLE = """
            select p.id as person, post.organisation
              from directory.person_card p
              join directory.person_address_card address on address.network = p.network and address.person = p.id
              join (select network, person, organisation, valid_from, valid_to from directory.position_card
                    union select network, person, organisation, valid_from, valid_to from directory.mandate_card) post
                   on post.network = p.network and post.person = p.id
                  and (post.valid_from is null or post.valid_from <= platform.today())
                  and (post.valid_to is null or post.valid_to > platform.today())
             where p.network = platform.network()
            """;

    private final JdbcClient db;

    Invitees(JdbcClient db) {
        this.db = db;
    }

    /// Everybody who works or speaks for a member today and can be written to. The office does not ask itself.
    ///
    /// @return how many were added
    public int addMembers(WaveId wave) {
        return add(wave, """
                exists (select from directory.membership_card m
                         where m.network = platform.network() and m.organisation = any (people.organisations)
                           and m.status in ('ACTIVE', 'DORMANT')
                           and (m.valid_from is null or m.valid_from <= platform.today())
                           and (m.valid_to is null or m.valid_to > platform.today()))
                and not exists (select from directory.organisation_card o
                                 where o.network = platform.network() and o.id = any (people.organisations) and o.coordinator)
                """, new UUID[0]);
    }

    /// Those who sit in these groups today.
    public int addGroups(WaveId wave, Collection<UUID> groups) {
        return add(wave, """
                exists (select from groups.member_card m
                         where m.network = platform.network() and m.group_id = any (:given) and m.person = people.person
                           and (m.since is null or m.since <= platform.today()) and (m.until is null or m.until > platform.today()))
                """, groups.toArray(UUID[]::new));
    }

    /// @throws Refused `surveys.nobody-known` when the directory knows nobody of this name who can be written to,
    /// or several
    public int addPerson(WaveId wave, String name) {
        var found = db.sql("""
                        select distinct p.id from directory.person_card p
                          join (%s) reachable on reachable.person = p.id
                         where p.network = platform.network() and p.name = ? limit 2
                        """.formatted(REACHABLE))
                .param(name.strip())
                .query(UUID.class)
                .list();
        if (found.size() != 1) throw new Refused("surveys.nobody-known", cut(name.strip()));
        return add(wave, "people.person = any (:given)", found.toArray(UUID[]::new));
    }

    /// @return 0 where nobody of this id can be written to, or is asked already
    public int addPerson(WaveId wave, UUID person) {
        return add(wave, "people.person = any (:given)", new UUID[] {person});
    }

    private int add(WaveId wave, String which, UUID[] given) {
        requireDraft(wave);
        int added = db.sql("""
                        insert into surveys.invited (network, wave, person, organisations)
                        select platform.network(), :wave, people.person, people.organisations
                          from (select person, array_agg(distinct organisation order by organisation) as organisations
                                  from (%s) reachable group by person) people
                         where (cast(:given as uuid[]) is not null) and %s
                        on conflict (network, wave, person) do nothing
                        """.formatted(REACHABLE, which))
                .param("wave", wave.value())
                .param("given", given)
                .update();
        if (count(wave) > MOST) throw new Refused("surveys.many-invited", MOST);
        return added;
    }

    public void remove(WaveId wave, UUID invited) {
        requireDraft(wave);
        try {
            int rows = db.sql("delete from surveys.invited where wave = ? and id = ?")
                    .params(wave.value(), invited)
                    .update();
            if (rows == 0) throw new NotFound();
        } catch (DataIntegrityViolationException opened) {
            throw new Refused("surveys.opened-stays");
        }
    }

    private int count(WaveId wave) {
        return db.sql("select count(*) from surveys.invited where wave = ?")
                .param(wave.value())
                .query(Integer.class)
                .single();
    }

    private void requireDraft(WaveId wave) {
        boolean opened = db.sql("select opened_on is not null from surveys.wave where id = ? for update")
                .param(wave.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (opened) throw new Refused("surveys.opened-stays");
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
