package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the tables of working together row by row.
final class RoomReading {

    /// Finds the key of an organisation or a person that a row refers to; null after a finding.
    interface Reference {
        @Nullable
        String of(FieldRow row, String field, String written);
    }

    private final Reference organisations;
    private final Reference people;
    private final List<AgreementRow> agreements = new ArrayList<>();
    private final List<ObligationRow> obligations = new ArrayList<>();
    private final List<ListingRow> listings = new ArrayList<>();
    private final List<ProductRow> products = new ArrayList<>();
    private final List<GroupRow> groups = new ArrayList<>();
    private final List<MemberRow> members = new ArrayList<>();

    RoomReading(Reference organisations, Reference people) {
        this.organisations = organisations;
        this.people = people;
    }

    RoomTables tables() {
        return new RoomTables(agreements, obligations, listings, products, groups, members);
    }

    void agreement(FieldRow row) {
        var parties = organisations(row, "parties");
        var period = row.period("from", "to");
        var binding = row.amount("binding");
        var notice = row.amount("notice_months");
        var concluded = row.date("concluded", false);
        var ended = row.date("ended", false);
        if (!titled(row, "title") || parties == null) return;
        if (parties.stream().distinct().count() < 2) {
            row.error("parties", "tables.agreement.two-parties", row.text("title"));
            return;
        }
        agreements.add(new AgreementRow(
                row.at(),
                row.text("key"),
                row.text("title"),
                parties.stream().distinct().toList(),
                row.text("form"),
                binding,
                row.text("levels"),
                period,
                notice,
                row.text("visibility"),
                concluded,
                ended,
                row.text("reason"),
                whole(row, "purpose"),
                whole(row, "text")));
    }

    void obligation(FieldRow row) {
        var agreement = row.text("agreement");
        var organisation = organisation(row);
        var person = row.text("person").isEmpty() ? "" : people.of(row, "person", row.text("person"));
        var due = row.date("due", true);
        var done = row.date("done", false);
        if (agreement.isEmpty()) row.error("agreement", "tables.reference.missing");
        if (!titled(row, "title") || agreement.isEmpty() || organisation == null || person == null) return;
        obligations.add(new ObligationRow(
                row.at(), agreement, organisation, person, row.text("title"), due, done, whole(row, "evidence")));
    }

    void listing(FieldRow row, boolean need) {
        var organisation = organisation(row);
        var amount = row.amount("amount");
        var period = row.period("from", "to");
        if (!titled(row, "title") || organisation == null) return;
        listings.add(new ListingRow(
                row.at(),
                need,
                organisation,
                row.text("sort"),
                row.text("title"),
                whole(row, "details"),
                row.text("topics"),
                amount,
                row.text("unit"),
                row.text("area"),
                period,
                row.text("visibility")));
    }

    void product(FieldRow row) {
        var owners = organisations(row, "owners");
        var partners = organisations(row, "partners");
        var since = row.date("since", false);
        if (!titled(row, "name") || owners == null || partners == null) return;
        if (owners.isEmpty()) {
            row.error("owners", "tables.product.owner", row.text("name"));
            return;
        }
        products.add(new ProductRow(
                row.at(),
                row.text("name"),
                row.text("kind"),
                row.text("stage"),
                since,
                owners,
                partners.stream().filter(it -> !owners.contains(it)).distinct().toList(),
                whole(row, "purpose"),
                whole(row, "rights"),
                row.text("outcome")));
    }

    void group(FieldRow row) {
        var founded = row.date("founded", false);
        var term = row.period("term_from", "term_to");
        var rhythm = row.amount("rhythm_days");
        var closed = row.date("closed", false);
        if (!titled(row, "name")) return;
        groups.add(new GroupRow(
                row.at(),
                row.text("name"),
                row.text("kind"),
                founded,
                whole(row, "purpose"),
                whole(row, "mandate"),
                whole(row, "expected"),
                whole(row, "rules"),
                term,
                rhythm,
                row.text("quorum"),
                row.text("visibility"),
                closed,
                whole(row, "result")));
    }

    void member(FieldRow row) {
        var organisation = organisation(row);
        var person = row.text("person").isEmpty() ? "" : people.of(row, "person", row.text("person"));
        boolean votes = row.has("votes") && row.yes("votes");
        var period = row.period("since", "until");
        if (row.text("group").isEmpty()) row.error("group", "tables.group.unnamed");
        if (row.text("group").isEmpty() || organisation == null || person == null) return;
        members.add(new MemberRow(row.at(), row.text("group"), organisation, person, row.text("part"), votes, period));
    }

    private static boolean titled(FieldRow row, String field) {
        if (!row.text(field).isEmpty()) return true;
        row.error(field, "tables.title.missing");
        return false;
    }

    private @Nullable String organisation(FieldRow row) {
        var written = row.text("organisation");
        if (!written.isEmpty()) return organisations.of(row, "organisation", written);
        row.error("organisation", "tables.reference.missing");
        return null;
    }

    /// Several, parted by semicolons or lines; null after a finding.
    private @Nullable List<String> organisations(FieldRow row, String field) {
        var keys = new ArrayList<String>();
        boolean found = true;
        for (var written : row.cell(field).text().split("[;\n]")) {
            if (written.isBlank()) continue;
            var key = organisations.of(row, field, Folded.tidy(written));
            if (key == null) found = false;
            else keys.add(key);
        }
        return found ? keys : null;
    }

    /// With its lines: they mean something in a text.
    private static String whole(FieldRow row, String field) {
        return row.cell(field).text().replace("\r\n", "\n").strip();
    }
}
