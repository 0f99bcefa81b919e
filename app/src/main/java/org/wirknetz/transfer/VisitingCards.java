package org.wirknetz.transfer;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Kind;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;

/// vCard 4.0 (RFC 6350), out and in: one card an organisation and one a person, with the organisation and function of
/// today. Our keys travel in `X-WIRKNETZ-KEY`, so that our own cards change nothing when they come back.
@Component
public class VisitingCards {

    private static final String KEY = "X-WIRKNETZ-KEY";
    private static final String SINCE = "X-WIRKNETZ-SINCE";

    private final JdbcTemplate db;

    VisitingCards(JdbcTemplate db) {
        this.db = db;
    }

    public void write(OutputStream out) throws IOException {
        var writer = new VCardWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), VCardVersion.V4_0);
        db.query(
                "select id, key, name, website, email, phone, street, postcode, city from directory.organisation order by key",
                row -> {
                    var card = new VCard(VCardVersion.V4_0);
                    card.setKind(Kind.org());
                    card.setFormattedName(row.getString("name"));
                    card.setOrganization(row.getString("name"));
                    reach(card, row.getString("email"), row.getString("phone"));
                    if (row.getString("website") != null) card.addUrl(row.getString("website"));
                    if (row.getString("street") != null
                            || row.getString("city") != null
                            || row.getString("postcode") != null) {
                        var address = new Address();
                        address.setStreetAddress(row.getString("street"));
                        address.setPostalCode(row.getString("postcode"));
                        address.setLocality(row.getString("city"));
                        card.addAddress(address);
                    }
                    own(card, row.getObject("id", UUID.class), row.getString("key"));
                    put(writer, card);
                });
        db.query("""
                select p.id, p.key, p.title, p.given_name, p.family_name, p.email, p.phone, o.name as organisation, m.function,
                       m.valid_from
                  from directory.person p
                  left join lateral (select * from directory.mandate m
                                      where m.network = p.network and m.person = p.id and m.valid_to is null
                                      order by m.valid_from desc nulls last, m.id limit 1) m on true
                  left join directory.organisation o on o.network = m.network and o.id = m.organisation
                 where p.forgotten_on is null order by p.key
                """, row -> {
            var card = new VCard(VCardVersion.V4_0);
            card.setKind(Kind.individual());
            var name = new StructuredName();
            name.setFamily(row.getString("family_name"));
            name.setGiven(row.getString("given_name"));
            if (row.getString("title") != null) name.getPrefixes().add(row.getString("title"));
            card.setStructuredName(name);
            card.setFormattedName((row.getString("given_name") + " " + row.getString("family_name")).strip());
            reach(card, row.getString("email"), row.getString("phone"));
            if (row.getString("organisation") != null) {
                var organisation = new Organization();
                organisation.getValues().add(row.getString("organisation"));
                card.setOrganization(organisation);
                if (!row.getString("function").isBlank()) card.addTitle(row.getString("function"));
                if (row.getDate("valid_from") != null) {
                    card.addExtendedProperty(SINCE, row.getDate("valid_from").toString());
                }
            }
            own(card, row.getObject("id", UUID.class), row.getString("key"));
            put(writer, card);
        });
        writer.flush();
    }

    private static void reach(VCard card, @Nullable String email, @Nullable String phone) {
        if (email != null) card.addEmail(email);
        if (phone != null) card.addTelephoneNumber(phone, TelephoneType.WORK);
    }

    private static void own(VCard card, UUID id, String key) {
        card.setUid(new ezvcard.property.Uid("urn:uuid:" + id));
        card.addExtendedProperty(KEY, key);
    }

    private static void put(VCardWriter writer, VCard card) {
        try {
            writer.setAddProdId(false);
            writer.write(card);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /// Turns a file of cards into the tables of the contract beside it, so that they take the one road all imports
    /// take.
    ///
    /// @return the tables' files
    /// @throws org.wirknetz.platform.Refused when there are more or larger cards than an address book has
    static List<Path> asTables(Path cards) throws IOException {
        var folder = Files.createDirectory(cards.resolveSibling(cards.getFileName() + ".tables"));
        var organisations = new ArrayList<List<Cell>>();
        var people = new ArrayList<List<Cell>>();
        var mandates = new ArrayList<List<Cell>>();
        try (var reader = new VCardReader(Files.newBufferedReader(cards, CardLimits.check(cards)))) {
            for (var card = reader.readNext(); card != null; card = reader.readNext()) {
                if (isOrganisation(card)) organisations.add(organisation(card));
                else person(card, organisations, people, mandates);
            }
        }
        var files = new ArrayList<Path>();
        write(folder, files, "organisations", "key name website email phone street postcode city", organisations);
        write(folder, files, "people", "key title given_name family_name email phone", people);
        write(folder, files, "mandates", "person organisation function from", mandates);
        return files;
    }

    private static void write(Path folder, List<Path> files, String name, String headings, List<List<Cell>> rows)
            throws IOException {
        if (rows.isEmpty()) return;
        var file = folder.resolve(name + ".csv");
        try (var table = new CsvTables(it -> {
            try {
                return Files.newOutputStream(file);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        })) {
            table.table(name, List.of(headings.split(" ")));
            rows.forEach(table::row);
        }
        files.add(file);
    }

    private static boolean isOrganisation(VCard card) {
        var kind = card.getKind();
        if (kind != null) return kind.isOrg();
        return card.getStructuredName() == null && card.getOrganization() != null;
    }

    private static List<Cell> organisation(VCard card) {
        var address = card.getAddresses().isEmpty()
                ? new Address()
                : card.getAddresses().getFirst();
        var name = card.getFormattedName() == null
                ? organisationName(card)
                : card.getFormattedName().getValue();
        return List.of(
                Cell.of(key(card, name)),
                Cell.of(text(name)),
                Cell.of(
                        card.getUrls().isEmpty()
                                ? ""
                                : text(card.getUrls().getFirst().getValue())),
                Cell.of(mail(card)),
                Cell.of(phone(card)),
                Cell.of(text(address.getStreetAddress())),
                Cell.of(text(address.getPostalCode())),
                Cell.of(text(address.getLocality())));
    }

    private static void person(
            VCard card, List<List<Cell>> organisations, List<List<Cell>> people, List<List<Cell>> mandates) {
        var name = card.getStructuredName();
        var whole = card.getFormattedName() == null
                ? ""
                : text(card.getFormattedName().getValue());
        var family = name == null ? whole : text(name.getFamily());
        var given = name == null ? "" : text(name.getGiven());
        var key = key(card, mail(card).isEmpty() ? (given + " " + family).strip() : mail(card));
        var title = name == null || name.getPrefixes().isEmpty() ? "" : String.join(" ", name.getPrefixes());
        people.add(List.of(
                Cell.of(key),
                Cell.of(title),
                Cell.of(given),
                Cell.of(family),
                Cell.of(mail(card)),
                Cell.of(phone(card))));
        var organisation = organisationName(card);
        if (organisation.isBlank()) return;
        if (organisations.stream().noneMatch(it -> it.get(1).text().equals(organisation))) {
            organisations.add(List.of(
                    Cell.BLANK,
                    Cell.of(organisation),
                    Cell.BLANK,
                    Cell.BLANK,
                    Cell.BLANK,
                    Cell.BLANK,
                    Cell.BLANK,
                    Cell.BLANK));
        }
        var function = card.getTitles().isEmpty()
                ? ""
                : text(card.getTitles().getFirst().getValue());
        var since = card.getExtendedProperty(SINCE);
        mandates.add(List.of(
                Cell.of(key),
                Cell.of(organisation),
                Cell.of(function),
                Cell.of(since == null ? "" : text(since.getValue()))));
    }

    private static String organisationName(VCard card) {
        var organisation = card.getOrganization();
        return organisation == null || organisation.getValues().isEmpty()
                ? ""
                : text(organisation.getValues().getFirst());
    }

    private static String key(VCard card, String otherwise) {
        var own = card.getExtendedProperty(KEY);
        return own == null ? otherwise : text(own.getValue());
    }

    private static String mail(VCard card) {
        return card.getEmails().isEmpty()
                ? ""
                : text(card.getEmails().getFirst().getValue());
    }

    private static String phone(VCard card) {
        if (card.getTelephoneNumbers().isEmpty()) return "";
        var number = card.getTelephoneNumbers().getFirst();
        return number.getText() != null
                ? number.getText()
                : number.getUri() == null ? "" : number.getUri().getNumber();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// True for a file that begins like a vCard.
    static boolean isCards(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .stripLeading()
                    .regionMatches(true, 0, "BEGIN:VCARD", 0, "BEGIN:VCARD".length());
        }
    }
}
