package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Choice;

/// People who have a place or a mandate today, each with the organisation they would speak for.
public record PeopleToName(List<Found> all) {

    private static final int MOST = 3000;

    public record Found(UUID person, UUID organisation, String name, String organisationName) {}

    static PeopleToName of(JdbcClient db, LocalDate today) {
        return new PeopleToName(db.sql("""
                        select distinct place.person, place.organisation, p.name, o.name as organisation_name,
                               platform.fold(p.family_name), platform.fold(p.name)
                          from (select network, person, organisation, valid_from, valid_to from directory.position_card
                                 union all
                                select network, person, organisation, valid_from, valid_to from directory.mandate_card) place
                          join directory.person_card p on p.network = place.network and p.id = place.person
                          join directory.organisation_card o on o.network = place.network and o.id = place.organisation
                         where place.network = platform.network()
                           and (place.valid_from is null or place.valid_from <= :today)
                           and (place.valid_to is null or place.valid_to > :today)
                         order by 5, 6, place.person, o.name, place.organisation limit :most
                        """)
                .param("today", today)
                .param("most", MOST)
                .query(Found.class)
                .list());
    }

    /// Each with their organisation; the value names both.
    public List<Choice> placed(String nobody) {
        var choices = new ArrayList<>(List.of(new Choice("", nobody, true)));
        all.forEach(it -> choices.add(
                new Choice(it.person() + " " + it.organisation(), it.name() + " · " + it.organisationName(), false)));
        return List.copyOf(choices);
    }

    /// Each once.
    ///
    /// @param chosen who is chosen now; null for nobody
    public List<Choice> people(String nobody, @Nullable UUID chosen) {
        var choices = new ArrayList<>(List.of(new Choice("", nobody, chosen == null)));
        UUID last = null;
        for (var one : all) {
            if (one.person().equals(last)) continue;
            last = one.person();
            choices.add(new Choice(last.toString(), one.name() + " · " + one.organisationName(), last.equals(chosen)));
        }
        return List.copyOf(choices);
    }
}
