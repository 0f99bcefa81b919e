package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Json;
import org.wirknetz.directory.Level;
import org.wirknetz.directory.MandateKind;
import org.wirknetz.directory.Newcomers;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonEntry;
import org.wirknetz.directory.PersonField;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Forbidden;

/// People by call: the office any, a partner's admin those who work for them and nowhere else. Whoever is new at a
/// partner
/// comes with their first post, as on the page.
@Component
class PeopleWriting implements Writing {

    private static final Set<String> FORM =
            Set.of("title", "givenName", "familyName", "email", "phone", "mobile", "languages", "visibility");
    private static final Set<String> FIRST_POST = Set.of("organisation", "kind", "function", "level", "validFrom");

    private final People people;
    private final Newcomers newcomers;
    private final DirectoryPermissions may;

    PeopleWriting(People people, Newcomers newcomers, DirectoryPermissions may) {
        this.people = people;
        this.newcomers = newcomers;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var sent = new Sent(values);
        var place = sent.id("organisation", null);
        if (place == null) {
            Forbidden.unless(may.maintainAll(visitor));
            if (values.keySet().stream().anyMatch(FIRST_POST::contains))
                throw new Invalid(422, "organisation", "api.missing");
            return people.register(entry(values, null)).value();
        }
        var organisation = new OrganisationId(place);
        Forbidden.unless(may.maintain(visitor, organisation));
        CardFields.allow(visitor, without(values), FORM);
        var kind = sent.text("kind", null);
        var function = sent.text("function", null);
        var level = sent.text("level", null);
        return newcomers
                .welcome(
                        entry(values, null),
                        organisation,
                        kind == null ? null : MandateKind.valueOf(kind),
                        function == null ? "" : function,
                        level == null ? null : Level.valueOf(level),
                        sent.day("validFrom", null))
                .value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var person = new PersonId(id);
        var known = people.entry(person);
        Forbidden.unless(may.maintain(visitor, person));
        for (var post : FIRST_POST) if (values.containsKey(post)) throw new Invalid(422, post, "api.first-post");
        CardFields.allow(visitor, values, FORM);
        people.revise(person, known.version(), entry(values, known.entry()));
        if (values.get("key") instanceof String key) people.rekey(person, key);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.maintainAll(visitor));
        people.remove(new PersonId(id));
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> values) {
        var card = new java.util.HashMap<>(values);
        card.keySet().removeAll(FIRST_POST);
        return card;
    }

    private static PersonEntry entry(Map<String, @Nullable Object> values, @Nullable PersonEntry before) {
        var sent = new Sent(values);
        Map<PersonField, String> known = before == null ? Map.of() : before.fields();
        var free = before == null ? Map.<String, String>of() : before.free();
        if (values.containsKey("free"))
            free = values.get("free") instanceof String json ? Json.strings(json) : Map.of();
        LocalDate informed = before == null ? null : before.informedOn();
        return new PersonEntry(
                sent.text("key", before == null ? null : before.key()),
                CardFields.joined(PersonField.class, known, values, PersonField::column),
                sent.day("informedOn", informed),
                free,
                CardFields.visibility(before == null ? Map.of() : before.visibility(), values));
    }
}
