package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reads the partner list with one row per contact: organisation, person and mandate out of one line.
final class ContactReading {
    private final OrganisationReading organisations;
    private final PeopleIndex people;
    private final List<MandateRow> mandates;
    private final CellsOfPeople cells;
    private final Findings findings;

    ContactReading(
            OrganisationReading organisations,
            PeopleIndex people,
            List<MandateRow> mandates,
            CellsOfPeople cells,
            Findings findings) {
        this.organisations = organisations;
        this.people = people;
        this.mandates = mandates;
        this.cells = cells;
        this.findings = findings;
    }

    void read(FieldRow row) {
        var names = row.isTotal() ? List.<PersonName>of() : names(row);
        var organisation = organisations.ofContact(row, !names.isEmpty());
        if (organisation == null && names.isEmpty()) {
            if (row.text("organisation").isEmpty()) findings.add(Finding.note(row.at(), "tables.contact.empty"));
            return;
        }
        if (organisation == null) {
            row.warning(
                    "organisation",
                    "tables.contact.without-organisation",
                    names.getFirst().family());
        }
        var mails = mails(row, names);
        var phones = phones(row, names.size());
        for (int i = 0; i < names.size(); i++) {
            var person = person(row, names.get(i), mails.get(i), phones.get(i));
            if (organisation != null)
                mandate(row, person, organisation.key(), names.get(i).former());
        }
    }

    private List<PersonName> names(FieldRow row) {
        var names = new ArrayList<PersonName>();
        var family = row.text("family_name");
        if (!family.isEmpty() || !row.text("given_name").isEmpty()) {
            if (PersonName.nobody(family + row.text("given_name"))) return names;
            // Titles also stray into the family name: "Dr. Weber".
            var bare = PersonName.of(family);
            var title = row.has("title") ? row.text("title") : "";
            names.add(new PersonName(
                    title.isEmpty() ? bare.title() : title,
                    Folded.tidy(row.text("given_name") + " " + bare.given()),
                    bare.family(),
                    bare.former()));
            return names;
        }
        for (var one : cells.read(row)) names.add(PersonName.of(one));
        return names;
    }

    /// As many addresses as people belong to them in their order. Otherwise one belongs to whoever's family name stands
    /// in
    /// it, and what nobody can be told to have is left out aloud.
    private static List<String> mails(FieldRow row, List<PersonName> names) {
        var written = OrganisationReading.several(row.cell("email").text().replace(',', ';')).stream()
                .filter(it -> !Vocabulary.nothing(it))
                .toList();
        if (names.size() <= 1 || written.size() == names.size() || written.isEmpty()) {
            return IntStream.range(0, names.size())
                    .mapToObj(at -> at < written.size() ? written.get(at) : "")
                    .toList();
        }
        var left = new ArrayList<>(written);
        var mails = new ArrayList<String>();
        for (var name : names) {
            var family = Folded.word(name.family());
            var theirs = left.stream()
                    .filter(it -> family.length() > 2 && Folded.word(before(it)).contains(family))
                    .findFirst()
                    .orElse("");
            left.remove(theirs);
            mails.add(theirs);
        }
        if (!left.isEmpty()) {
            row.warning("email", "tables.email.whose", String.join(", ", left), names.size(), written.size());
        }
        return mails;
    }

    private static String before(String mail) {
        int at = mail.indexOf('@');
        return at < 0 ? mail : mail.substring(0, at);
    }

    private static List<String> phones(FieldRow row, int people) {
        var field = row.text("phone").isEmpty() ? "mobile" : "phone";
        var several = OrganisationReading.several(row.cell(field).text());
        return several.size() == people ? several : java.util.Collections.nCopies(people, row.text(field));
    }

    private String person(FieldRow row, PersonName name, String mail, String phone) {
        var address = mail.isEmpty() || Vocabulary.nothing(mail) ? "" : MailAddress.of(mail);
        if (!mail.isEmpty() && address.isEmpty() && !Vocabulary.nothing(mail)) {
            row.warning("email", "tables.email.unreadable", mail);
        }
        var whole = Folded.tidy(name.given() + " " + name.family());
        var known = people.same(whole, address);
        if (known.isPresent()) return known.get().key();
        var key = address.isEmpty() || people.hasKey(address) ? whole : address;
        return people.add(
                new PersonRow(row.at(), key, name.title(), name.given(), name.family(), address, phone, Map.of()));
    }

    private void mandate(FieldRow row, String person, String organisation, boolean former) {
        var function = row.text("function");
        boolean gone = former || PersonName.saysFormer(function) || PersonName.saysFormer(row.text("to"));
        if (!gone) {
            var remark = row.free().values().stream()
                    .filter(it -> it.length() < 60 && PersonName.saysFormer(it))
                    .findFirst();
            // Said aloud, since it is read from what is no field.
            remark.ifPresent(
                    it -> findings.add(Finding.warning(row.at(), "tables.person.former-by-remark", person, it)));
            gone = remark.isPresent();
        }
        var to = PersonName.saysFormer(row.text("to")) ? null : row.date("to", true);
        var period = new Period(row.date("from", false), to);
        if (period.from() != null && to != null && to.isBefore(period.from())) {
            row.error("to", "tables.period.backwards", row.text("from"), row.text("to"));
        }
        mandates.add(new MandateRow(
                row.at(), person, organisation, function, NetworkTablesReader.level(row), period, gone && to == null));
    }
}
