package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads organisations, alone or out of a list of contacts, and joins rows that mean the same one.
final class OrganisationReading {
    private final OrganisationIndex organisations;
    private final Findings findings;

    OrganisationReading(OrganisationIndex organisations, Findings findings) {
        this.organisations = organisations;
        this.findings = findings;
    }

    void read(FieldRow row) {
        var name = row.text("name");
        var written = row.text("key");
        if (name.isEmpty() && written.isEmpty()) {
            row.error("name", "tables.name.missing");
            return;
        }
        var read = organisation(row, written, name, row.text("email"), row.text("phone"));
        if (row.isOfGraph() && isNodeOfKnown(row, read)) return;
        if (organisations.hasKey(read.key())) {
            known(row, written, read);
            return;
        }
        if (!read.name().equals(read.key())) warnOfSameName(row, read.name());
        organisations.add(read);
    }

    /// A graph tells its nodes beside its ties: those that another file has told already, by key or by name, are no
    /// second organisations.
    private boolean isNodeOfKnown(FieldRow row, OrganisationRow node) {
        boolean nameless = node.name().equals(node.key());
        var known = organisations
                .find(organisations.hasKey(node.key()) ? node.key() : node.name())
                .filter(it -> !isSameTable(it.at(), node.at()))
                .filter(it -> nameless || Folded.words(it.name()).equals(Folded.words(node.name())));
        known.ifPresent(it -> {
            oneStatus(row, it, node);
            organisations.replace(joined(it, node));
            organisations.alias(node.key(), it.key());
        });
        return known.isPresent();
    }

    private static boolean isSameTable(Place one, Place other) {
        return one.file().equals(other.file()) && Objects.equals(one.sheet(), other.sheet());
    }

    /// The organisation of a contact: the first row that names it makes it, later rows add what it lacks.
    @Nullable
    OrganisationRow ofContact(FieldRow row, boolean withPerson) {
        var name = row.text("organisation");
        if (name.isEmpty()) return null;
        if (!withPerson
                && (name.codePoints().noneMatch(Character::isLetter)
                        || FieldRow.TOTAL.matcher(name).matches()
                        || row.isTotal())) {
            // The total under a list ("Summe: 59") is no partner.
            row.warning("organisation", "tables.organisation.number", name);
            return null;
        }
        var written = row.text("key");
        var read = organisation(
                row, written, name, withPerson ? "" : row.text("email"), withPerson ? "" : row.text("phone"));
        var known = organisations.find(written.isEmpty() ? name : written);
        if (known.isEmpty()) {
            organisations.add(read);
            return read;
        }
        oneStatus(row, known.get(), read);
        var joined = joined(known.get(), read);
        organisations.replace(joined);
        return joined;
    }

    private void known(FieldRow row, String written, OrganisationRow read) {
        var first = organisations.find(read.key()).orElseThrow();
        if (!written.isEmpty()) {
            row.error("key", "tables.duplicate.key", written, where(first.at()));
        } else {
            findings.add(Finding.warning(row.place("name"), "tables.duplicate.joined", read.name(), where(first.at())));
            oneStatus(row, first, read);
            organisations.replace(joined(first, read));
        }
    }

    private void warnOfSameName(FieldRow row, String name) {
        organisations
                .find(name)
                .ifPresent(same -> row.warning("name", "tables.duplicate.name", name, where(same.at()), same.key()));
    }

    private static void oneStatus(FieldRow row, OrganisationRow one, OrganisationRow more) {
        if (one.status() != null && more.status() != null && one.status() != more.status()) {
            row.error("status", "tables.status.two", row.text("status"), one.name(), where(one.at()));
        }
    }

    private static String where(Place at) {
        return at.sheet() == null ? at.file() + ":" + at.line() : at.file() + "/" + at.sheet() + ":" + at.line();
    }

    private OrganisationRow organisation(FieldRow row, String key, String name, String email, String phone) {
        var town = Town.of(row.text("postcode"), row.text("city"));
        return new OrganisationRow(
                row.at(),
                key.isEmpty() ? name : key,
                name.isEmpty() ? key : name,
                several(row.cell("group").text()),
                row.text("area"),
                row.has("coordinator") && row.yes("coordinator"),
                row.period("member_from", "member_to"),
                row.status(),
                row.has("answered") ? row.yes("answered") : null,
                new OrganisationRow.Contact(
                        row.text("website"),
                        address(row, email),
                        phone,
                        row.text("street"),
                        town.postcode(),
                        town.city()),
                row.free());
    }

    private static String address(FieldRow row, String written) {
        if (written.isEmpty() || Vocabulary.nothing(written)) return "";
        var address = MailAddress.of(written);
        if (address.isEmpty()) row.warning("email", "tables.email.unreadable", written);
        return address;
    }

    static List<String> several(String text) {
        var parts = new ArrayList<String>();
        for (var part : text.split("[;|\\n\\r]+")) {
            var tidy = Folded.tidy(part);
            if (!tidy.isEmpty() && !parts.contains(tidy)) parts.add(tidy);
        }
        return parts;
    }

    private static OrganisationRow joined(OrganisationRow one, OrganisationRow more) {
        var groups = new ArrayList<>(one.groups());
        more.groups().stream()
                .filter(it -> groups.stream().noneMatch(had -> Folded.words(had).equals(Folded.words(it))))
                .forEach(groups::add);
        var a = one.contact();
        var b = more.contact();
        return new OrganisationRow(
                one.at(),
                one.key(),
                one.name(),
                groups,
                first(one.area(), more.area()),
                one.coordinator() || more.coordinator(),
                one.member().together(more.member()),
                one.status() == null ? more.status() : one.status(),
                one.answered() == null ? more.answered() : one.answered(),
                new OrganisationRow.Contact(
                        first(a.website(), b.website()),
                        first(a.email(), b.email()),
                        first(a.phone(), b.phone()),
                        first(a.street(), b.street()),
                        first(a.postcode(), b.postcode()),
                        first(a.city(), b.city())),
                both(one.free(), more.free()));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> more) {
        var both = new LinkedHashMap<>(one);
        more.forEach(both::putIfAbsent);
        return both;
    }
}
