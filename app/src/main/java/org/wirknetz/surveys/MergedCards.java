package org.wirknetz.surveys;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// Remembers which cards became one. Nothing of a wave is rewritten: whoever reads one asks the database what a card
/// of then stands for today (`surveys.stands_for`), and taking the merge back takes back what is remembered.
@Component
class MergedCards {

    private final JdbcClient db;

    MergedCards(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        remember(merged.dropped().value(), merged.kept().value());
    }

    @EventListener
    void on(PeopleMerged merged) {
        remember(merged.dropped().value(), merged.kept().value());
    }

    /// Both are there until now, so an older row about one of them is of before it came back from an archive.
    private void remember(UUID dropped, UUID kept) {
        db.sql("delete from surveys.merged where network = platform.network() and dropped in (?, ?)")
                .params(dropped, kept)
                .update();
        db.sql("insert into surveys.merged (network, dropped, kept) values (platform.network(), ?, ?)")
                .params(dropped, kept)
                .update();
    }

    /// Before a draft is opened: whoever was chosen as two cards is asked once, for the organisations of both.
    void follow(WaveId draft) {
        db.sql("""
                        with chosen as (
                            select surveys.stands_for(i.network, i.person) as person, array_agg(distinct i.id order by i.id) as ids,
                                   array_remove(array_agg(distinct surveys.stands_for(i.network, speaks.organisation)), null) as organisations
                              from surveys.invited i left join unnest(i.organisations) as speaks(organisation) on true
                             where i.wave = :wave group by 1)
                        update surveys.invited i set organisations = chosen.organisations
                          from chosen where i.wave = :wave and i.id = chosen.ids[1] and i.organisations is distinct from chosen.organisations
                        """).param("wave", draft.value()).update();
        db.sql("""
                        delete from surveys.invited i
                         where i.wave = :wave
                           and exists (select from surveys.invited o
                                        where o.wave = i.wave and o.id < i.id
                                          and surveys.stands_for(o.network, o.person) = surveys.stands_for(i.network, i.person))
                        """).param("wave", draft.value()).update();
        db.sql("""
                        update surveys.invited i set person = surveys.stands_for(i.network, i.person)
                         where i.wave = :wave and i.person <> surveys.stands_for(i.network, i.person)
                        """).param("wave", draft.value()).update();
    }
}
