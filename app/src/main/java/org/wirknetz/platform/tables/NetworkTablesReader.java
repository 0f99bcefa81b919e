package org.wirknetz.platform.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.MandateRow.Level;

/// Reads all tables of a network into [NetworkTables]: recognises them, reads every row, resolves references
/// by key or
/// name.
/// What is wrong is collected in [Findings]; when they refuse, nothing of the result may be used.
public final class NetworkTablesReader {
    private static final BigDecimal ONE = BigDecimal.ONE;

    private final Findings findings;
    private final CellsOfPeople cells;
    private final OrganisationIndex organisations = new OrganisationIndex();
    private final PeopleIndex people = new PeopleIndex();
    private final List<MandateRow> mandates = new ArrayList<>();
    private final List<TieRow> ties = new ArrayList<>();
    private final List<ContributionRow> contributions = new ArrayList<>();
    private final List<TargetRow> targets = new ArrayList<>();
    private final List<ActivityRow> activities = new ArrayList<>();
    private final List<FundingRow> funding = new ArrayList<>();
    private final RoomReading rooms = new RoomReading(this::organisation, this::personOf);
    private final Set<TableKind> present = EnumSet.noneOf(TableKind.class);
    private long read;
    private boolean derived;

    private NetworkTablesReader(Set<String> ones, Findings findings) {
        this.findings = findings;
        this.cells = new CellsOfPeople(ones, findings);
    }

    /// Opens, recognises and reads what says who is in the network and how they are tied.
    public static NetworkTables readFiles(List<Path> inputs, Findings findings) throws IOException {
        try (var files = TableFiles.open(inputs, Limits.usual(), findings)) {
            return readTables(ofTheNetwork(recognise(files.tables(), findings), findings), findings);
        }
    }

    /// Without the tables of working together: a check does not need them, and shall not fail because of them.
    private static List<Recognition> ofTheNetwork(List<Recognition> found, Findings findings) {
        var kept = new ArrayList<Recognition>();
        for (var it : found) {
            if (!it.kind().ofRooms()) kept.add(it);
        }
        for (var it : found) {
            if (it.kind().ofRooms())
                findings.add(
                        kept.isEmpty()
                                ? Finding.error(it.table().at(), "tables.table.unknown")
                                : Finding.warning(it.table().at(), "tables.table.passed-over"));
        }
        return kept;
    }

    /// What each table is taken for. A table that is none of ours is passed over with a note; if there is no other,
    /// that is an error.
    public static List<Recognition> recognise(List<Table> tables, Findings findings) {
        return recognise(tables, table -> Optional.empty(), findings);
    }

    /// @param byHand what a person says of a table; empty leaves it to its headings
    public static List<Recognition> recognise(
            List<Table> tables, Function<Table, Optional<Recognition>> byHand, Findings findings) {
        var recogniser = new Recogniser();
        var found = new ArrayList<Recognition>();
        var unknown = new ArrayList<Table>();
        for (var table : tables) {
            try {
                byHand.apply(table)
                        .or(() -> recogniser.recognise(table))
                        .ifPresentOrElse(
                                it -> {
                                    found.add(it);
                                    passedOver(it, findings);
                                },
                                () -> unknown.add(table));
            } catch (Unreadable e) {
                findings.add(e.finding());
            }
        }
        for (var table : unknown) {
            // Spreadsheets bring empty sheets of their own ("Tabelle2"); nobody needs to hear of them.
            if (!found.isEmpty() && empty(table)) continue;
            findings.add(
                    found.isEmpty()
                            ? Finding.error(table.at(), "tables.table.unknown")
                            : Finding.warning(table.at(), "tables.table.passed-over"));
        }
        return found;
    }

    /// A single cell above the headings is a title; more of them are said, so that nobody misses them.
    private static void passedOver(Recognition table, Findings findings) {
        try (var rows = table.table().rows()) {
            boolean said = rows.takeWhile(it -> it.at().line() < table.headingLine())
                    .anyMatch(it ->
                            it.cells().stream().filter(cell -> !cell.blank()).count() > 1);
            if (said)
                findings.add(
                        Finding.note(table.table().at(), "tables.headings.below", String.valueOf(table.headingLine())));
        }
    }

    private static boolean empty(Table table) {
        try (var rows = table.rows()) {
            return rows.findAny().isEmpty();
        }
    }

    /// Reads tables as recognised, or as a person corrected the recognition.
    public static NetworkTables readTables(List<Recognition> tables, Findings findings) {
        return readTables(tables, Set.of(), findings);
    }

    /// @param ones cells that seem to name several people, and of which somebody said that they name one
    public static NetworkTables readTables(List<Recognition> tables, Set<String> ones, Findings findings) {
        var reader = new NetworkTablesReader(ones, findings);
        for (var kind : List.of(
                TableKind.ORGANISATIONS,
                TableKind.CONTACTS,
                TableKind.PEOPLE,
                TableKind.MANDATES,
                TableKind.TIES,
                TableKind.CONTRIBUTIONS,
                TableKind.TARGETS,
                TableKind.ACTIVITIES,
                TableKind.FUNDING,
                TableKind.AGREEMENTS,
                TableKind.OBLIGATIONS,
                TableKind.NEEDS,
                TableKind.OFFERS,
                TableKind.PRODUCTS,
                TableKind.GROUPS,
                TableKind.GROUP_MEMBERS)) {
            tables.stream().filter(it -> it.kind() == kind && !isNodes(it)).forEach(reader::table);
            // After all other tables of organisations: what those know is not new here.
            if (kind == TableKind.CONTACTS)
                tables.stream().filter(NetworkTablesReader::isNodes).forEach(reader::table);
        }
        reader.proposeDuplicates();
        return reader.tables();
    }

    private static boolean isNodes(Recognition table) {
        return table.kind() == TableKind.ORGANISATIONS && table.table() instanceof GraphTable;
    }

    private void proposeDuplicates() {
        for (var pair : LikelyDuplicates.of(List.copyOf(organisations.all()))) {
            findings.add(Finding.note(
                    pair.other().at(),
                    "tables.duplicate.similar",
                    pair.other().name(),
                    pair.one().name(),
                    String.valueOf(pair.one().at().line())));
        }
    }

    private NetworkTables tables() {
        return new NetworkTables(
                List.copyOf(organisations.all()),
                List.copyOf(people.all()),
                mandates,
                ties,
                contributions,
                targets,
                activities,
                funding,
                rooms.tables(),
                cells.met(),
                present,
                read);
    }

    private void table(Recognition recognition) {
        var kind = recognition.kind();
        present.add(kind);
        if (kind == TableKind.CONTACTS) {
            present.addAll(List.of(TableKind.ORGANISATIONS, TableKind.PEOPLE, TableKind.MANDATES));
        }
        var organisationReading = new OrganisationReading(organisations, findings);
        var contactReading = new ContactReading(organisationReading, people, mandates, cells, findings);
        Consumer<FieldRow> line = switch (kind) {
            case ORGANISATIONS -> organisationReading::read;
            case CONTACTS -> contactReading::read;
            case PEOPLE -> this::person;
            case MANDATES -> this::mandate;
            case TIES -> this::tie;
            case CONTRIBUTIONS -> this::contribution;
            case TARGETS -> this::target;
            case ACTIVITIES -> this::activity;
            case FUNDING -> this::funding;
            case AGREEMENTS -> rooms::agreement;
            case OBLIGATIONS -> rooms::obligation;
            case NEEDS -> row -> rooms.listing(row, true);
            case OFFERS -> row -> rooms.listing(row, false);
            case PRODUCTS -> rooms::product;
            case GROUPS -> rooms::group;
            case GROUP_MEMBERS -> rooms::member;
        };
        var fields = new FieldRow(recognition, findings);
        try (var rows = recognition.table().rows()) {
            rows.filter(it -> it.at().line() > recognition.headingLine()).forEach(it -> {
                read++;
                line.accept(fields.on(it));
            });
        } catch (Unreadable e) {
            findings.add(e.finding());
        }
    }

    private void person(FieldRow row) {
        var name = row.has("family_name") || row.has("given_name")
                ? new PersonName(row.text("title"), row.text("given_name"), row.text("family_name"), false)
                : PersonName.of(row.text("person"));
        var email = MailAddress.of(row.text("email"));
        var whole = Folded.tidy(name.given() + " " + name.family());
        if (email.isEmpty() && !Vocabulary.nothing(row.text("email"))) {
            row.warning("email", "tables.email.unreadable", row.text("email"));
        }
        var written = row.text("key");
        if (written.isEmpty() && whole.isEmpty() && email.isEmpty()) {
            row.error("family_name", "tables.person.missing");
            return;
        }
        if (!written.isEmpty() && people.hasKey(written)) {
            row.error("key", "tables.duplicate.person", written);
            return;
        }
        if (written.isEmpty() && people.same(whole, email).isPresent()) {
            row.warning("family_name", "tables.duplicate.person-joined", whole);
            return;
        }
        var key = !written.isEmpty() ? written : email.isEmpty() || people.hasKey(email) ? whole : email;
        people.add(new PersonRow(
                row.at(), key, name.title(), name.given(), name.family(), email, row.text("phone"), row.free()));
    }

    private void mandate(FieldRow row) {
        var person = personOf(row);
        var organisation = organisation(row, "organisation");
        var function = row.text("function");
        var period = row.period("from", "to");
        var level = level(row);
        if (person == null || organisation == null) return;
        boolean former = period.to() == null && PersonName.saysFormer(function);
        mandates.add(new MandateRow(row.at(), person, organisation, function, level, period, former));
    }

    private void tie(FieldRow row) {
        var from = organisation(row, "from");
        var to = organisation(row, "to");
        var strength = row.amount("strength");
        if (strength != null && strength.signum() == 0)
            row.error("strength", "tables.tie.strength", row.text("strength"));
        boolean mutual = row.has("mutual") && row.yes("mutual");
        var period = row.period("from_date", "to_date");
        if (from == null || to == null) return;
        if (from.equals(to)) {
            row.error("to", "tables.tie.loop", row.text("to"));
            return;
        }
        ties.add(new TieRow(
                row.at(),
                from,
                to,
                Vocabulary.kind(row.text("kind")),
                strength,
                mutual,
                period,
                row.text("form"),
                row.free(),
                row.says("mutual") && !mutual));
    }

    private void contribution(FieldRow row) {
        var giver = organisation(row, "giver");
        var receiver = organisation(row, "receiver");
        var effort = effort(row);
        var hours = row.amount("hours");
        boolean requested = row.has("requested") && row.yes("requested");
        var date = row.date("date", false);
        if (giver == null || receiver == null) return;
        if (giver.equals(receiver)) {
            row.error("receiver", "tables.contribution.loop", row.text("receiver"));
            return;
        }
        contributions.add(
                new ContributionRow(row.at(), giver, receiver, row.text("kind"), effort, hours, requested, date));
    }

    private static @Nullable BigDecimal effort(FieldRow row) {
        var size = Vocabulary.effort(row.text("effort"));
        return size.isPresent() ? BigDecimal.valueOf(size.get()) : row.amount("effort");
    }

    private void target(FieldRow row) {
        var group = row.text("group");
        if (group.isEmpty()) {
            row.error("group", "tables.group.missing");
            return;
        }
        var minimum = row.amount("minimum");
        var weight = row.amount("weight");
        if (minimum != null
                && (minimum.stripTrailingZeros().scale() > 0 || minimum.compareTo(new BigDecimal(100_000)) > 0)) {
            row.error("minimum", "tables.number.whole", row.text("minimum"));
            return;
        }
        targets.add(new TargetRow(
                row.at(),
                group,
                minimum == null ? 1 : minimum.intValue(),
                weight == null ? ONE : weight,
                row.text("area")));
    }

    private void activity(FieldRow row) {
        var organisation = organisation(row, "organisation");
        var date = row.date("date", false);
        var count = row.amount("count");
        if (organisation == null) return;
        activities.add(new ActivityRow(row.at(), organisation, row.text("kind"), date, count == null ? ONE : count));
    }

    private void funding(FieldRow row) {
        var source = row.text("source");
        var amount = row.amount("amount");
        var period = row.period("from", "to");
        var probability = row.amount("probability");
        boolean open = row.has("public") && row.yes("public");
        if (source.isEmpty()) row.error("source", "tables.source.missing");
        else if (amount == null) row.error("amount", "tables.amount.missing", source);
        else funding.add(new FundingRow(row.at(), source, amount, open, period, share(row, probability)));
    }

    // 80 %, 80 and 0,8 are the same.
    private static @Nullable BigDecimal share(FieldRow row, @Nullable BigDecimal probability) {
        if (probability == null) return null;
        var share = probability.compareTo(ONE) > 0 || row.text("probability").contains("%")
                ? probability.movePointLeft(2)
                : probability;
        if (share.compareTo(ONE) <= 0) return share;
        row.error("probability", "tables.number.share", row.text("probability"));
        return null;
    }

    static @Nullable Level level(FieldRow row) {
        var written = row.text("level");
        if (written.isEmpty()) return null;
        var level = Vocabulary.level(written);
        if (level.isEmpty()) row.error("level", "tables.level.unknown", written);
        return level.orElse(null);
    }

    /// The key of the organisation that a row refers to; null after a finding.
    private @Nullable String organisation(FieldRow row, String field) {
        var written = row.text(field);
        if (written.isEmpty()) {
            row.error(field, "tables.reference.missing");
            return null;
        }
        return organisation(row, field, written);
    }

    private @Nullable String organisation(FieldRow row, String field, String written) {
        var found = organisations.find(written);
        if (found.isPresent()) return found.get().key();
        if (!present.contains(TableKind.ORGANISATIONS)) return derive(row, written);
        if (organisations.ambiguous(written)) row.error(field, "tables.reference.ambiguous", written);
        else row.error(field, "tables.reference.unknown", written);
        return null;
    }

    // Only ties and no organisations: then whoever has a tie is an organisation, and isolates are invisible.
    private String derive(FieldRow row, String written) {
        if (!derived) findings.add(Finding.warning(row.at().line(0), "tables.organisations.derived"));
        derived = true;
        organisations.add(new OrganisationRow(
                row.at(),
                written,
                written,
                List.of(),
                "",
                false,
                Period.ALWAYS,
                null,
                null,
                OrganisationRow.Contact.NONE,
                Map.of()));
        return written;
    }

    private @Nullable String personOf(FieldRow row) {
        var written = row.text("person");
        if (written.isEmpty()) {
            row.error("person", "tables.reference.missing");
            return null;
        }
        return personOf(row, "person", written);
    }

    private @Nullable String personOf(FieldRow row, String field, String written) {
        var found = people.find(written);
        if (found.isPresent()) return found.get().key();
        if (present.contains(TableKind.PEOPLE)) {
            row.error(field, "tables.reference.unknown-person", written);
            return null;
        }
        var name = PersonName.of(written);
        return people.add(
                new PersonRow(row.at(), written, name.title(), name.given(), name.family(), "", "", Map.of()));
    }
}
