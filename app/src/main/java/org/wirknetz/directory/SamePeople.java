package org.wirknetz.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever stands for both of two organisations that are to become one, with a card at each: by name, or by mail
/// address.
/// Only proposals: a shared address (info@…) does not make two people one.
@Component
public class SamePeople {

    private static final int MOST = 100;

    private final JdbcClient db;

    SamePeople(JdbcClient db) {
        this.db = db;
    }

    /// @param one stands for the organisation that is kept
    /// @param sameName false where the address alone is the same
    public record Pair(UUID one, String oneName, UUID other, String otherName, boolean sameName) {}

    public List<Pair> of(OrganisationId kept, OrganisationId dropped) {
        return db.sql("""
                        with stands as (
                            select person, organisation from directory.mandate where organisation in (:kept, :dropped)
                            union
                            select person, organisation from directory.position where organisation in (:kept, :dropped)),
                        named as (
                            select s.organisation, p.id, trim(concat_ws(' ', p.given_name, p.family_name)) as name,
                                   platform.fold(concat_ws(' ', p.given_name, p.family_name)) as folded, lower(p.email) as email
                              from stands s join directory.person p on p.id = s.person and p.forgotten_on is null)
                        select distinct on (least(a.id, b.id), greatest(a.id, b.id))
                               a.id as one, a.name as one_name, b.id as other, b.name as other_name, a.folded = b.folded as same_name
                          from named a
                          join named b on b.organisation = :dropped and a.id <> b.id and (a.folded = b.folded or a.email = b.email)
                         where a.organisation = :kept
                           and not exists (select from directory.distinct_pair d
                                            where d.kind = 'people' and d.one = least(a.id, b.id) and d.other = greatest(a.id, b.id))
                         order by least(a.id, b.id), greatest(a.id, b.id)
                         limit :most
                        """)
                .param("kept", kept.value())
                .param("dropped", dropped.value())
                .param("most", MOST)
                .query(Pair.class)
                .list();
    }
}
