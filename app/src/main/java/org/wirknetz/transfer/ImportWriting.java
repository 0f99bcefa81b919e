package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.agreements.AgreementLists;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.ListingRow;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.RoomTables;

/// Writes the tables of a file into the network of the scope, inside the caller's transaction.
///
/// What the file says fills or replaces; what it leaves blank stays. Nothing is deleted. The dry run runs this very
/// code and takes the transaction back, so that it cannot promise what the run would not do.
final class ImportWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final ImportChoices choices;
    private final AgreementLists agreements;
    private final Progress progress;
    private final long whole;
    private long done;

    private final Map<String, UUID> organisations = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private List<GroupWord> asked = List.of();

    ImportWriting(
            JdbcTemplate db,
            UUID network,
            LocalDate today,
            ImportChoices choices,
            NetworkTables tables,
            AgreementLists agreements,
            Progress progress) {
        this.db = db;
        this.agreements = agreements;
        this.network = network;
        this.today = today;
        this.choices = choices;
        this.progress = progress;
        this.whole = (long) tables.organisations().size()
                + tables.people().size()
                + tables.mandates().size()
                + tables.ties().size()
                + tables.contributions().size()
                + tables.targets().size()
                + tables.funding().size()
                + tables.rooms().size();
    }

    /// @param findings hears what was made of words that are no names of groups
    ImportCounts write(NetworkTables tables, Findings findings) {
        var register = Register.read(db);
        var places = new GroupsAndAreas(db, network, register, choices.groups());
        Runnable step = this::step;
        var memberships = new MembershipWriting(db, network, today, register, findings);
        var organisationCount = new OrganisationWriting(
                        db, network, choices.twins(), organisations, register, places, memberships, step)
                .write(tables.organisations());
        var membershipCount = memberships.write();
        var peopleCount = new PeopleWriting(db, network, people, register, step).write(tables.people());
        var mandateCount = new MandateWriting(db, network, today, people, organisations, register, findings, step)
                .write(tables.mandates());
        var tieCount = new TieWriting(db, network, organisations, register, findings, step).write(tables.ties());
        var contributionCount = new ContributionWriting(db, network, organisations, step).write(tables.contributions());
        var targetCount = new TargetWriting(db, network, today, places, findings, step).write(tables.targets());
        var fundingCount = new FundingWriting(db, network, step).write(tables.funding());
        var rooms = rooms(tables.rooms(), fundingCount, places, findings, step);
        places.tell(findings);
        places.remember();
        asked = places.asked();
        progress.at(whole, whole);
        return new ImportCounts(
                organisationCount,
                membershipCount,
                peopleCount,
                mandateCount,
                tieCount,
                contributionCount,
                targetCount,
                rooms,
                places.newGroups(),
                places.newAreas());
    }

    /// Words of the list that are no names of groups; known once it is written.
    List<GroupWord> asked() {
        return asked;
    }

    private ImportCounts.Rooms rooms(
            RoomTables tables, ImportCounts.Count funding, GroupsAndAreas places, Findings findings, Runnable step) {
        var agreed = new AgreementWriting(db, agreements, organisations, people, findings, step).write(tables);
        var listings = new ListingWriting(db, network, organisations, places, step);
        var sat = new GroupWriting(db, network, today, organisations, people, findings, step)
                .write(tables.groups(), tables.members());
        return new ImportCounts.Rooms(
                agreed.agreements(),
                agreed.obligations(),
                listings.write(
                        tables.listings().stream().filter(ListingRow::need).toList()),
                listings.write(
                        tables.listings().stream().filter(it -> !it.need()).toList()),
                new ProductWriting(db, network, today, organisations, step).write(tables.products()),
                sat.groups(),
                sat.members(),
                funding);
    }

    private void step() {
        if (++done % 500 == 0) progress.at(done, whole);
    }
}
