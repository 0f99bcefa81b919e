package org.wirknetz.meetings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// People of the directory as one types them: "Olga Petrenko (Volkshochschule)".
@Component
@Transactional(readOnly = true)
public class Contacts {

    /// As many names as a browser offers without becoming slow; any other one can be typed all the same.
    private static final int OFFERED = 500;

    private static final String TODAY = """
            select p.id as person, p.name, o.id as organisation, address.email,
                   p.name || coalesce(' (' || o.name || ')', '') as label
              from directory.person_card p
              left join (select network, person, organisation, valid_from, valid_to from directory.position_card
                         union select network, person, organisation, valid_from, valid_to from directory.mandate_card) post
                   on post.network = p.network and post.person = p.id
                  and (post.valid_from is null or post.valid_from <= platform.today())
                  and (post.valid_to is null or post.valid_to > platform.today())
              left join directory.organisation_card o on o.network = post.network and o.id = post.organisation
              left join directory.person_address_card address on address.network = p.network and address.person = p.id
             where p.network = platform.network()
            """;

    private final JdbcClient db;

    Contacts(JdbcClient db) {
        this.db = db;
    }

    /// @param email lower case; null where none is known
    public record Contact(
            UUID person,
            String name,
            @Nullable UUID organisation,
            @Nullable String email,
            String label) {}

    public List<String> offered() {
        return db.sql("select distinct label from (" + TODAY + ") contact order by label limit " + OFFERED)
                .query(String.class)
                .list();
    }

    /// @return nothing where nothing was typed
    /// @throws Refused when nobody is called so, or several are
    public Optional<Contact> find(String typed) {
        if (typed.isBlank()) return Optional.empty();
        var found = db.sql("select distinct person, name, organisation, email, label from (" + TODAY
                        + ") contact where label = :typed or name = :typed order by label limit 3")
                .param("typed", typed.strip())
                .query(Contact.class)
                .list();
        if (found.isEmpty()) throw new Refused("meetings.contact.unknown", typed.strip());
        if (found.size() > 1) throw new Refused("meetings.contact.several", typed.strip());
        return Optional.of(found.getFirst());
    }

    /// @param organisation for which they come; null takes the one they work for
    public Optional<Contact> card(UUID person, @Nullable UUID organisation) {
        return db.sql(
                        "select person, name, organisation, email, label from (" + TODAY
                                + ") contact where person = :person order by (organisation is not distinct from :organisation) desc, label limit 1")
                .param("person", person)
                .param("organisation", organisation, java.sql.Types.OTHER)
                .query(Contact.class)
                .optional();
    }

    /// The card of the account in scope, where the directory knows its address.
    public Optional<Contact> own() {
        return db.sql(
                        "select person, name, organisation, email, label from (" + TODAY
                                + ") contact where person = any ((select meetings.own_people())::uuid[]) order by label limit 1")
                .query(Contact.class)
                .optional();
    }

    /// As [#find] would find them again.
    public String label(@Nullable UUID person, @Nullable UUID organisation) {
        if (person == null) return "";
        return db.sql(
                        "select label from (" + TODAY
                                + ") contact where person = :person order by (organisation is not distinct from :organisation) desc, label limit 1")
                .param("person", person)
                .param("organisation", organisation, java.sql.Types.OTHER)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
