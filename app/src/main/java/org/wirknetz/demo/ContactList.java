package org.wirknetz.demo;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Person;
import org.wirknetz.demo.DemoNetwork.Position;

/// The partner list as an office really has it: one row a contact, grown over years, saved by a German spreadsheet.
/// Names are spelled in two ways, dates in four, addresses are missing, letters beyond Windows-1252 have been lost.
public final class ContactList {
    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final List<DateTimeFormatter> HABITS = List.of(
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMAN),
            DateTimeFormatter.ofPattern("d.M.uu", Locale.GERMAN),
            DateTimeFormatter.ofPattern("MM/uuuu", Locale.GERMAN),
            DateTimeFormatter.ofPattern("uuuu", Locale.GERMAN));
    private static final int MAIL_MISSING_EVERY = 11;
    private static final int SPACE_LEFT_EVERY = 7;

    private final DemoNetwork network;
    private final Map<String, Organisation> organisations;
    private final Map<String, Person> people;
    private final Map<String, String> spellings;
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    private ContactList(DemoNetwork network) {
        this.network = network;
        organisations = network.organisations().stream().collect(Collectors.toMap(Organisation::key, it -> it));
        people = network.people().stream().collect(Collectors.toMap(Person::key, it -> it));
        spellings = DataFile.pairs(network.slug() + "/spellings.csv", "organisation", "spelling");
    }

    /// The file, byte for byte.
    public static byte[] of(DemoNetwork network) {
        var list = new ContactList(network);
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                "Organisation",
                "Ansprechpartner",
                "Funktion",
                "E-Mail",
                "Telefon",
                "PLZ",
                "Ort",
                "Gebiet",
                "Akteursgruppe",
                "seit",
                "bis",
                "Bemerkung"));
        network.positions().forEach(position -> lines.add(list.row(position, lines.size())));
        var text = lines.stream()
                .map(line -> line.stream().map(ContactList::quoted).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return text.replace("ı", "i").replace("ć", "c").getBytes(CHARSET);
    }

    private static String quoted(String cell) {
        return cell.contains(";") ? "\"" + cell + "\"" : cell;
    }

    private List<String> row(Position position, int number) {
        var organisation = required(organisations, position.organisation());
        var person = required(people, position.person());
        var areas = network.areas().stream().collect(Collectors.toMap(DemoNetwork.Area::ags, DemoNetwork.Area::name));
        var groups = network.groups().stream()
                .collect(Collectors.toMap(DemoNetwork.ActorGroup::key, DemoNetwork.ActorGroup::name));
        return List.of(
                spelled(organisation),
                person.givenName() + " " + person.familyName() + (number % SPACE_LEFT_EVERY == 0 ? " " : ""),
                position.title(),
                number % MAIL_MISSING_EVERY == 0 ? "" : person.email(),
                person.phone().replace("030 ", number % 2 == 0 ? "030 / " : "030 "),
                organisation.postcode(),
                organisation.city(),
                required(areas, organisation.area()),
                required(groups, organisation.groups().getFirst()),
                date(position.term().from(), number),
                position.term().to() == null ? "" : date(position.term().end(), 0),
                organisation.key().equals(network.coordinator()) ? "wir selbst" : "");
    }

    /// From the second contact on, some organisations go by another name.
    private String spelled(Organisation organisation) {
        int row = rows.merge(organisation.key(), 1, Integer::sum);
        var other = spellings.get(organisation.key());
        return row > 1 && other != null ? other : organisation.name();
    }

    private static String date(LocalDate day, int number) {
        return HABITS.get(number % HABITS.size()).format(day);
    }

    private static <T> T required(Map<String, T> map, String key) {
        var value = map.get(key);
        if (value == null) throw new IllegalStateException("not in this network: " + key);
        return value;
    }
}
