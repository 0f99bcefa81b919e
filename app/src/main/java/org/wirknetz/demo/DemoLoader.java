package org.wirknetz.demo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Networks;
import org.wirknetz.access.Role;
import org.wirknetz.equality.Collections;
import org.wirknetz.equality.DisclosureControl;
import org.wirknetz.equality.Intake;
import org.wirknetz.equality.TargetGroupLists;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.MinutesText;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.map.FrozenMaps;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.reports.HalfYearReports;
import org.wirknetz.reports.Passages;
import org.wirknetz.surveys.Questionnaire;

/// Puts the demo networks into an installation, each in one transaction and once only: a network that is
/// there is left as people have made it.
@Component
public class DemoLoader {
    /// Of every demo account. The demo listens on this machine only, and everybody may read the password here.
    public static final String PASSWORD = "lindenfurt-demo";

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Networks networks;
    private final Accounts accounts;
    private final Meetings meetings;
    private final MinutesText minutes;
    private final Collections collections;
    private final Intake intake;
    private final DisclosureControl control;
    private final Questionnaire questionnaire;
    private final TargetGroupLists targetGroups;
    private final Passages passages;
    private final HalfYearReports reports;
    private final Chronicles chronicles;
    private final FrozenMaps frozen;
    private final Words words;

    DemoLoader(
            JdbcClient db,
            TransactionTemplate transaction,
            Networks networks,
            Accounts accounts,
            Meetings meetings,
            MinutesText minutes,
            Collections collections,
            Intake intake,
            DisclosureControl control,
            Questionnaire questionnaire,
            TargetGroupLists targetGroups,
            Passages passages,
            HalfYearReports reports,
            Chronicles chronicles,
            FrozenMaps frozen,
            Words words) {
        this.db = db;
        this.transaction = transaction;
        this.networks = networks;
        this.accounts = accounts;
        this.meetings = meetings;
        this.minutes = minutes;
        this.collections = collections;
        this.intake = intake;
        this.control = control;
        this.questionnaire = questionnaire;
        this.targetGroups = targetGroups;
        this.passages = passages;
        this.reports = reports;
        this.chronicles = chronicles;
        this.frozen = frozen;
        this.words = words;
    }

    /// Whether loading has something to do, which takes some seconds.
    boolean somethingMissing() {
        return !missing().isEmpty();
    }

    private List<String> missing() {
        return DemoNetworks.slugs().stream().filter(slug -> !known(slug)).toList();
    }

    /// @return the slugs of the networks that were not there before
    public List<String> load() {
        var missing = missing();
        if (missing.isEmpty()) return missing;
        var demo = DemoNetworks.drawn();
        for (var slug : missing) {
            var network = demo.network(slug);
            Scope.of(new NetworkId(network.id()))
                    .run(() -> transaction.executeWithoutResult(status -> write(demo, network)));
            release(demo, network);
        }
        return missing;
    }

    /// Freezes and releases the half-year reports of these networks. The checks behind them take as long as a third of
    /// the loading, so nobody waits for them.
    void report(List<String> slugs) {
        if (slugs.isEmpty()) return;
        var demo = DemoNetworks.drawn();
        for (var slug : slugs) {
            var network = demo.network(slug);
            Scope.of(new NetworkId(network.id()))
                    .run(() -> transaction.executeWithoutResult(
                            status -> new ReportRows(network, passages, reports).write()));
        }
    }

    /// What takes the word of somebody of the office, who has a seat from now on.
    private void release(DemoNetworks demo, DemoNetwork network) {
        demo.accounts().stream()
                .filter(it -> it.network().equals(network.slug()) && it.role().equals("OFFICE"))
                .findFirst()
                .flatMap(it -> accounts.byEmail(it.email()))
                .ifPresent(office -> Scope.of(new NetworkId(network.id()), office)
                        .run(() -> transaction.executeWithoutResult(
                                status -> new FrozenRows(network, chronicles, frozen, words).write())));
    }

    /// Whether people have begun to work here without the demo: its accounts, whose password everybody may read, would
    /// open their house to strangers.
    boolean amongPeople() {
        return DemoNetworks.slugs().stream().noneMatch(this::known)
                && db.sql("select exists (select from access.account) or exists (select from access.network)")
                        .query(Boolean.class)
                        .single();
    }

    /// By its identity too: people may have given the network another address.
    private boolean known(String slug) {
        return networks.bySlug(slug).isPresent()
                || db.sql("select exists (select from access.network where id = ?)")
                        .param(Setting.id(slug, "network", slug))
                        .query(Boolean.class)
                        .single();
    }

    private void write(DemoNetworks demo, DemoNetwork network) {
        networks.found(new NetworkId(network.id()), network.slug(), network.name(), network.template(), true);
        var rows = new Rows(db, network);
        var ids = new DirectoryIds(network);
        new PartnerRows(rows, ids, demo.map()).write();
        new PeopleRows(rows, ids, network, new FieldVisibility()).write();
        new StructureRows(rows, ids, network).write();
        new ProfileRows(rows, ids, network).write();
        var exchange = new ExchangeRows(rows, ids, partners(demo, network));
        exchange.write();
        exchange.writeListings();
        new ReferralRows(rows, ids).write();
        new AgreementRows(rows, ids, network).write();
        new NetworkcheckRows(rows, ids).write();
        new ProductRows(rows, ids).write();
        var groups = new GroupRows(rows, ids, network);
        groups.write();
        new GatheringRows(rows, ids, network, groups).write();
        new DecidedRows(rows, ids, network).write();
        new MinutesRows(rows, ids, minutes).write();
        new MeetingRows(rows, ids, network, meetings).write();
        new JournalRows(rows, ids).write();
        new RoundRows(rows, ids).write();
        new EqualityRows(rows, ids, collections, intake, control).write();
        var topics = new TopicRows(rows, ids, network);
        topics.write();
        new CriterionRows(rows, ids, topics).write();
        new InstrumentRows(rows, ids, topics, targetGroups).write();
        new SensitisationRows(rows, ids).write();
        new CheckRows(rows, ids).write();
        new RelevantPartnerRows(rows, ids).write();
        new SurveyRows(rows, ids, questionnaire).write();
        new NewsletterRows(rows, ids).write();
        for (var account : demo.accounts()) if (account.network().equals(network.slug())) seat(network, account);
    }

    private static Set<String> partners(DemoNetworks demo, DemoNetwork network) {
        return demo.accounts().stream()
                .filter(it -> it.network().equals(network.slug()) && it.role().startsWith("PARTNER"))
                .map(DemoNetworks.Account::organisation)
                .collect(Collectors.toSet());
    }

    private void seat(DemoNetwork network, DemoNetworks.Account account) {
        boolean operator = account.role().equals("OPERATOR");
        var id = accounts.byEmail(account.email()).orElseGet(() -> open(account, operator));
        if (!operator) networks.seat(id, Role.valueOf(account.role()), organisation(network, account));
    }

    private AccountId open(DemoNetworks.Account account, boolean operator) {
        return accounts.open(account.email(), account.name(), PASSWORD, Locale.GERMAN, operator);
    }

    private static @Nullable UUID organisation(DemoNetwork network, DemoNetworks.Account account) {
        return network.organisations().stream()
                .filter(it -> it.key().equals(account.organisation()))
                .map(DemoNetwork.Organisation::id)
                .findFirst()
                .orElse(null);
    }
}
