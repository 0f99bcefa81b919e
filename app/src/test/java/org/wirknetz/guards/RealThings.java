package org.wirknetz.guards;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;

/// One real row of each kind there is, quickly, past the verbs: what lies behind the names in an address.
final class RealThings {

    private final Cast.Stage stage;

    RealThings(Cast.Stage stage) {
        this.stage = stage;
    }

    UUID insert(String table, Map<String, Object> values) {
        var id = UUID.randomUUID();
        var columns = String.join(", ", values.keySet());
        var marks = String.join(
                ", ",
                values.keySet().stream()
                        .map(it -> values.get(it) instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d.*")
                                ? "cast(:" + it + " as timestamptz)"
                                : ":" + it)
                        .toList());
        stage.ask((JdbcClient db) -> db.sql("insert into " + table + " (network, id, " + columns
                        + ") values (:network, :id, " + marks + ")")
                .param("network", stage.network().value())
                .param("id", id)
                .params(values)
                .update());
        return id;
    }

    private static String fresh(String word) {
        return word + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String key() {
        return "K"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    /// A member of the network.
    UUID organisation() {
        var id = stage.organisation(fresh("Innung"));
        insert("directory.membership", Map.of("organisation", id, "status", "ACTIVE"));
        return id;
    }

    UUID membership(UUID organisation) {
        stage.ask((JdbcClient db) -> db.sql("delete from directory.membership where organisation = ?")
                .param(organisation)
                .update());
        return insert("directory.membership", Map.of("organisation", organisation, "status", "ACTIVE"));
    }

    UUID organisationName(UUID organisation) {
        return insert("directory.organisation_name", Map.of("organisation", organisation, "name", fresh("Früher")));
    }

    UUID organisationGroup(UUID organisation) {
        return insert("directory.organisation_group", Map.of("organisation", organisation, "actor_group", group()));
    }

    UUID umbrellaMember(UUID umbrella, UUID member) {
        return insert("directory.umbrella_member", Map.of("umbrella", umbrella, "member", member));
    }

    /// Somebody who works there since 2020.
    UUID person(UUID organisation) {
        var id = insert("directory.person", Map.of("key", fresh("p"), "family_name", fresh("Petrenko")));
        position(id, organisation);
        return id;
    }

    UUID position(UUID person, UUID organisation) {
        return insert("directory.position", Map.of("person", person, "organisation", organisation));
    }

    /// Somebody whose only post ended long ago.
    UUID former(UUID organisation) {
        var id = insert("directory.person", Map.of("key", fresh("p"), "family_name", fresh("Petrenko")));
        insert(
                "directory.position",
                Map.of(
                        "person",
                        id,
                        "organisation",
                        organisation,
                        "valid_from",
                        java.time.LocalDate.of(2010, 1, 1),
                        "valid_to",
                        java.time.LocalDate.of(2012, 1, 1)));
        return id;
    }

    UUID mandate(UUID person, UUID organisation) {
        return insert("directory.mandate", Map.of("person", person, "organisation", organisation));
    }

    UUID group() {
        return insert("directory.actor_group", Map.of("key", key(), "name_de", "Kammern", "name_en", "Chambers"));
    }

    UUID area() {
        return insert("directory.area", Map.of("key", key(), "name", fresh("Kreis"), "level", "DISTRICT"));
    }

    UUID structure() {
        return insert("directory.structure", Map.of("key", key(), "name", fresh("Bündnis"), "kind", "BODY"));
    }

    UUID structureMember(UUID structure, UUID organisation) {
        return insert("directory.structure_member", Map.of("structure", structure, "organisation", organisation));
    }

    UUID targetModel() {
        int number = 1 + (UUID.randomUUID().hashCode() & 0xfffffff);
        return insert(
                "directory.target_model",
                Map.of("name", "Ziel", "number", number, "valid_from", java.time.LocalDate.of(2030, 1, 1)));
    }

    UUID target() {
        return insert("directory.target_role", Map.of("model", targetModel(), "actor_group", group()));
    }

    UUID view(UUID account, String page) {
        return insert(
                "directory.saved_view", Map.of("account", account, "page", page, "name", fresh("Liste"), "query", ""));
    }

    UUID tieKind() {
        return insert("networkcheck.tie_kind", Map.of("key", key(), "name_de", "Rat", "name_en", "Advice"));
    }

    UUID answer() {
        return insert(
                "networkcheck.answer",
                Map.of(
                        "rule",
                        "FLUCTUATION",
                        "subject",
                        fresh("network"),
                        "verdict",
                        "WRONG",
                        "figure",
                        1.0,
                        "answered_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    UUID funding() {
        return insert("networkcheck.funding", Map.of("source", fresh("Zuschuss"), "amount", 1000, "public", true));
    }

    UUID interest() {
        return insert("networkcheck.interest", Map.of("about", fresh("Eigene Kurse")));
    }

    UUID mapView() {
        return insert("networkcheck.map_view", Map.of("name", fresh("Ansicht"), "query", "said=observed"));
    }

    /// Under pseudonyms, so that an address for everybody can be made for it.
    UUID frozenMap(boolean approved) {
        var id = UUID.randomUUID();
        stage.ask((JdbcClient db) -> db.sql("""
                        insert into networkcheck.frozen_map (network, id, title, as_of, frozen_on, pseudonyms, content, approved_on, approved_by)
                        values (:network, :id, 'Stand', date '2025-12-31', date '2026-01-02', true,
                                '{"hidden": true, "nodes": [], "ties": [], "groups": []}',
                                case when :approved then date '2026-01-02' end, case when :approved then :id end)
                        """)
                .param("network", stage.network().value())
                .param("id", id)
                .param("approved", approved)
                .update());
        return id;
    }

    /// Each of a quarter of its own, since two of one day are refused.
    UUID summary(boolean published) {
        var id = UUID.randomUUID();
        stage.ask((JdbcClient db) -> db.sql("""
                        insert into networkcheck.neutrality_summary (network, id, as_of, drawn_on, content, published_on, published_by)
                        select :network, :id, coalesce(max(as_of), date '1900-12-31') + 400, date '2026-10-02',
                               '{"spreads": [], "groups": [], "interests": 0, "handled": 0}',
                               case when :published then date '2026-10-02' end, case when :published then :id end
                          from networkcheck.neutrality_summary where network = :network
                        """)
                .param("network", stage.network().value())
                .param("id", id)
                .param("published", published)
                .update());
        return id;
    }

    UUID tie(UUID from, UUID to) {
        return insert(
                "networkcheck.tie",
                Map.of("from_organisation", from, "to_organisation", to, "kind", "INFO", "strength", 3));
    }

    UUID contribution(UUID giver, UUID receiver) {
        return insert(
                "exchange.contribution",
                Map.of(
                        "giver",
                        giver,
                        "receiver",
                        receiver,
                        "kind",
                        "Raum",
                        "given_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    UUID listing(String sort, UUID organisation) {
        return insert(
                "exchange.listing", Map.of("organisation", organisation, "sort", sort, "title", fresh("Werkstatt")));
    }

    UUID introduction(UUID asker, UUID helper) {
        return insert(
                "exchange.introduction",
                Map.of(
                        "need",
                        listing("NEED", asker),
                        "offer",
                        listing("OFFER", helper),
                        "asker",
                        asker,
                        "helper",
                        helper,
                        "subject",
                        "Bekannt machen",
                        "body",
                        "Guten Tag"));
    }

    UUID term() {
        return insert("exchange.term", Map.of("label", fresh("Schweißen")));
    }

    /// Between the two, in negotiation, for nobody else to read.
    UUID agreement(UUID one, UUID other) {
        var agreement = insert("agreements.agreement", Map.of("title", fresh("Vereinbarung")));
        insert("agreements.party", Map.of("agreement", agreement, "organisation", one, "position", 1));
        insert("agreements.party", Map.of("agreement", agreement, "organisation", other, "position", 2));
        insert(
                "agreements.wording",
                Map.of(
                        "agreement",
                        agreement,
                        "number",
                        1,
                        "body",
                        "Text",
                        "sealed",
                        "Text",
                        "sha256",
                        "a".repeat(64),
                        "written_at",
                        "2026-01-01T10:00:00Z"));
        return agreement;
    }

    UUID obligation(UUID agreement, UUID organisation) {
        UUID party = stage.ask(db -> db.sql("select id from agreements.party where agreement = ? and organisation = ?")
                .params(agreement, organisation)
                .query(UUID.class)
                .single());
        return insert("agreements.obligation", Map.of("agreement", agreement, "party", party, "title", "Raum stellen"));
    }

    /// A duty to the other that the first has done.
    UUID fulfilled(UUID one, UUID other) {
        var duty = obligation(agreement(one, other), one);
        stage.ask((JdbcClient db) -> db.sql("update agreements.obligation set done_on = '2026-11-01' where id = ?")
                .param(duty)
                .update());
        return duty;
    }

    UUID wording(UUID agreement) {
        return stage.ask(db -> db.sql("select id from agreements.wording where agreement = ?")
                .param(agreement)
                .query(UUID.class)
                .single());
    }

    UUID signature(UUID agreement, UUID organisation) {
        UUID party = stage.ask(db -> db.sql("select id from agreements.party where agreement = ? and organisation = ?")
                .params(agreement, organisation)
                .query(UUID.class)
                .single());
        return insert(
                "agreements.signature",
                Map.of(
                        "agreement",
                        agreement,
                        "wording",
                        wording(agreement),
                        "party",
                        party,
                        "name",
                        "Jonas Weber",
                        "kind",
                        "SIMPLE",
                        "signed_on",
                        java.time.LocalDate.of(2026, 1, 2),
                        "sha256",
                        "a".repeat(64),
                        "entered_at",
                        "2026-01-02T10:00:00Z"));
    }

    UUID comment(UUID agreement, UUID organisation) {
        return insert(
                "agreements.comment",
                Map.of(
                        "agreement",
                        agreement,
                        "version",
                        1,
                        "body",
                        "Einverstanden",
                        "organisation",
                        organisation,
                        "written_at",
                        "2026-01-02T10:00:00Z"));
    }

    UUID document(UUID agreement, String kind) {
        var document = insert(
                "agreements.document",
                Map.of(
                        "agreement",
                        agreement,
                        "kind",
                        kind,
                        "name",
                        "beleg.pdf",
                        "media_type",
                        "application/pdf",
                        "size",
                        5,
                        "sha256",
                        "b".repeat(64),
                        "uploaded_at",
                        "2026-01-01T10:00:00Z"));
        insert(
                "agreements.document_part",
                Map.of(
                        "agreement",
                        agreement,
                        "document",
                        document,
                        "position",
                        0,
                        "content",
                        "%PDF-".getBytes(StandardCharsets.US_ASCII)));
        return document;
    }

    UUID mailingList() {
        return insert("newsletter.list", Map.of("name", fresh("Netzbrief"), "about", "Neues"));
    }

    /// @param sent whether it has gone out, to be read by the network
    UUID issue(UUID list, boolean sent) {
        if (!sent) return insert("newsletter.issue", Map.of("list", list, "subject", fresh("Ausgabe")));
        return insert(
                "newsletter.issue",
                Map.of(
                        "list",
                        list,
                        "subject",
                        fresh("Ausgabe"),
                        "state",
                        "SENT",
                        "sent_at",
                        "2026-01-01T10:00:00Z",
                        "mailing",
                        mailing()));
    }

    private UUID mailing() {
        return insert(
                "platform.mailing",
                Map.of("sender_name", "Netz", "list_id", "netz.example", "subject", "Ausgabe", "body", "Text"));
    }

    /// An organisation says it once; whatever it said before is gone.
    UUID capacity(UUID organisation) {
        stage.ask((JdbcClient db) -> db.sql("delete from networkcheck.capacity where organisation = ?")
                .param(organisation)
                .update());
        return insert(
                "networkcheck.capacity",
                Map.of(
                        "organisation",
                        organisation,
                        "hours",
                        8,
                        "per",
                        "MONTH",
                        "said_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    /// How many corridors have been set.
    int corridors() {
        return stage.ask((JdbcClient db) -> db.sql(
                        "select coalesce(max(number), 0) from networkcheck.corridor where network = platform.network()")
                .query(Integer.class)
                .single());
    }

    /// Told on a day of its own.
    UUID proof(UUID organisation) {
        stage.ask((JdbcClient db) -> db.sql("delete from networkcheck.proof where organisation = ?")
                .param(organisation)
                .update());
        return insert(
                "networkcheck.proof",
                Map.of(
                        "organisation",
                        organisation,
                        "kind",
                        "HOURS",
                        "dated_on",
                        java.time.LocalDate.of(2025, 1, 1),
                        "valid_to",
                        java.time.LocalDate.of(2027, 1, 1),
                        "evidence",
                        "Vier Stunden"));
    }

    UUID newsletterItem(UUID organisation) {
        return insert(
                "newsletter.item",
                Map.of(
                        "organisation",
                        organisation,
                        "heading",
                        fresh("Beitrag"),
                        "body",
                        "Text",
                        "offered_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    /// For the organisation.
    UUID circular(UUID organisation, boolean sent) {
        var values =
                new HashMap<String, Object>(Map.of("topic", "Förderung", "subject", fresh("Brief"), "body", "Text"));
        if (sent) values.putAll(Map.of("state", "SENT", "sent_at", "2026-01-01T10:00:00Z"));
        var circular = insert("newsletter.circular", values);
        insert("newsletter.target", Map.of("circular", circular, "organisation", organisation));
        return circular;
    }

    UUID subscription(UUID list) {
        return insert(
                "newsletter.subscription",
                Map.of(
                        "list",
                        list,
                        "address",
                        "leserin@test.example",
                        "address_hash",
                        secret(),
                        "locale",
                        "de",
                        "source",
                        "PROOF",
                        "requested_at",
                        "2026-01-01T10:00:00Z"));
    }

    UUID trouble() {
        return insert("platform.mail_trouble", Map.of("address", UUID.randomUUID() + "@test.example", "answer", "550"));
    }

    /// A product that the first answers for and the second takes part in.
    UUID product(UUID owner, UUID partner) {
        var product = insert("products.product", Map.of("name", fresh("Kompetenzbilanz"), "kind", "SERVICE"));
        insert(
                "products.stage_change",
                Map.of("product", product, "stage", "IDEA", "entered_on", java.time.LocalDate.of(2026, 1, 1)));
        partner(product, owner, true);
        partner(product, partner, false);
        return product;
    }

    private UUID partner(UUID product, UUID organisation, boolean owner) {
        return insert(
                "products.partner",
                Map.of(
                        "product",
                        product,
                        "organisation",
                        organisation,
                        "owner",
                        owner,
                        "joined_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    UUID partnerOf(UUID product, UUID organisation) {
        return stage.ask(db -> db.sql("select id from products.partner where product = ? and organisation = ?")
                .params(product, organisation)
                .query(UUID.class)
                .single());
    }

    UUID stageOf(UUID product) {
        return stage.ask(db -> db.sql("select id from products.stage_change where product = ?")
                .param(product)
                .query(UUID.class)
                .single());
    }

    UUID portion(UUID product, UUID partner) {
        return insert("products.portion", Map.of("product", product, "partner", partner, "cost_share", 10));
    }

    UUID sheet(UUID product) {
        return insert("products.sheet", Map.of("product", product, "price", 10));
    }

    UUID estimate(UUID product, UUID organisation) {
        return insert(
                "products.estimate",
                Map.of(
                        "product",
                        product,
                        "organisation",
                        organisation,
                        "low",
                        1,
                        "high",
                        2,
                        "source",
                        "Leitung",
                        "estimated_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    /// A group for its members alone, of whom this organisation is one.
    UUID bodyOf(UUID organisation) {
        var group = insert(
                "groups.body",
                Map.of(
                        "name",
                        fresh("AG Module"),
                        "kind",
                        "WORKING_GROUP",
                        "visibility",
                        "MEMBERS",
                        "founded_on",
                        java.time.LocalDate.of(2026, 1, 1)));
        insert(
                "groups.member",
                Map.of(
                        "group_id",
                        group,
                        "organisation",
                        organisation,
                        "votes",
                        true,
                        "since",
                        java.time.LocalDate.of(2026, 1, 1)));
        return group;
    }

    UUID memberOf(UUID group) {
        return stage.ask(db -> db.sql("select id from groups.member where group_id = ?")
                .param(group)
                .query(UUID.class)
                .single());
    }

    UUID attends(UUID meeting, UUID organisation) {
        return insert(
                "meetings.attendance",
                Map.of("meeting", meeting, "organisation", organisation, "name", fresh("Olga"), "presence", "PRESENT"));
    }

    UUID proxy(UUID meeting, UUID giver, UUID holder) {
        return insert("meetings.proxy", Map.of("meeting", meeting, "giver", giver, "holder", holder));
    }

    /// Open, and this organisation votes; or counted already.
    UUID ballot(UUID meeting, UUID voter, boolean counted) {
        var ballot = insert(
                "meetings.ballot",
                Map.of(
                        "meeting",
                        meeting,
                        "question",
                        fresh("Nehmen wir das an?"),
                        "state",
                        "OPEN",
                        "quorum_needed",
                        1,
                        "entitled",
                        1,
                        "present_open",
                        1));
        insert(
                "meetings.ballot_voter",
                Map.of("meeting", meeting, "ballot", ballot, "organisation", voter, "name", "Innung"));
        if (counted) stage.ask((JdbcClient db) -> db.sql("""
                            update meetings.ballot
                               set state = 'CLOSED', quorate = true, accepted = false, yes = 0, no = 0, abstained = 0,
                                   recused = 0, present_close = 1 where id = ?
                            """).param(ballot).update());
        return ballot;
    }

    /// Of minutes that lie before those who were there.
    UUID minutePart(UUID meeting) {
        insert("meetings.minutes", Map.of("meeting", meeting, "state", "PROPOSED"));
        return insert("meetings.minute_part", Map.of("meeting", meeting, "body", "Text"));
    }

    /// Minutes nobody changes any more.
    UUID approved(UUID meeting) {
        return stage.ask(db -> db.sql("""
                        insert into meetings.minutes (network, meeting, state, approved_on, sealed, sha256)
                        values (platform.network(), ?, 'APPROVED', '2026-01-02', 'Text', encode(sha256('Text'), 'hex'))
                        returning id
                        """).param(meeting).query(UUID.class).single());
    }

    UUID minuteSecond(UUID meeting, UUID part) {
        return insert(
                "meetings.minute_second",
                Map.of(
                        "meeting",
                        meeting,
                        "part",
                        part,
                        "body",
                        "Text",
                        "written_by",
                        "Olga",
                        "written_at",
                        "2026-01-02T10:00:00Z"));
    }

    UUID amendment(UUID meeting) {
        return insert(
                "meetings.amendment",
                Map.of("meeting", meeting, "name", "Olga", "body", "Text", "written_at", "2026-01-02T10:00:00Z"));
    }

    /// Lies with this organisation.
    UUID task(UUID organisation) {
        return insert(
                "tasks.task",
                Map.of(
                        "title",
                        fresh("Raumliste"),
                        "owner_organisation",
                        organisation,
                        "given_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    /// For its body alone; this organisation sees to it.
    UUID decision(UUID organisation) {
        return insert(
                "tasks.decision",
                Map.of(
                        "number",
                        1 + (UUID.randomUUID().hashCode() & 0xfffffff),
                        "title",
                        fresh("Beschluss"),
                        "owner_organisation",
                        organisation,
                        "decided_on",
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    UUID concession(UUID decision, UUID organisation) {
        return insert(
                "tasks.concession", Map.of("decision", decision, "organisation", organisation, "about", "Den Termin"));
    }

    /// A meeting of a small circle to which people were invited; this organisation receives them.
    UUID meeting(UUID host) {
        return insert(
                "meetings.meeting",
                Map.of(
                        "title",
                        fresh("AG Module"),
                        "kind",
                        "GROUP",
                        "starts_at",
                        "2026-12-08 10:00+01",
                        "ends_at",
                        "2026-12-08 12:00+01",
                        "host_organisation",
                        host,
                        "state",
                        "INVITED"));
    }

    UUID agendaItem(UUID meeting) {
        return insert(
                "meetings.agenda_item",
                Map.of("meeting", meeting, "position", 1, "title", "Gastzugang", "kind", "DECISION"));
    }

    UUID paper(UUID meeting) {
        var paper = insert(
                "meetings.document",
                Map.of(
                        "meeting",
                        meeting,
                        "name",
                        fresh("Entwurf") + ".pdf",
                        "media_type",
                        "application/pdf",
                        "size",
                        5,
                        "sha256",
                        "0".repeat(64),
                        "uploaded_at",
                        "2026-11-01 10:00+01"));
        insert(
                "meetings.document_part",
                Map.of(
                        "meeting",
                        meeting,
                        "document",
                        paper,
                        "position",
                        0,
                        "content",
                        "%PDF-".getBytes(StandardCharsets.US_ASCII)));
        return paper;
    }

    UUID invited(UUID meeting) {
        return insert("meetings.invitation", Map.of("meeting", meeting, "name", "Gast", "email", "gast@test.example"));
    }

    UUID strayReply() {
        return insert(
                "meetings.stray_reply",
                Map.of(
                        "sender",
                        "fremd@test.example",
                        "subject",
                        "Re",
                        "reason",
                        "meetings.reply.stranger",
                        "received_at",
                        "2026-11-01 10:00+01"));
    }

    /// Two guests of the meeting who are not to share a table.
    UUID apartAt(UUID meeting) {
        var pair = java.util.stream.Stream.of(guestAt(meeting), guestAt(meeting))
                .sorted(java.util.Comparator.comparing(UUID::toString))
                .toList();
        return insert("meetings.kept_apart", Map.of("meeting", meeting, "one", pair.get(0), "other", pair.get(1)));
    }

    UUID guestAt(UUID meeting) {
        var name = fresh("gast");
        return insert(
                "meetings.invitation",
                Map.of("meeting", meeting, "name", name, "email", name.replace(' ', '-') + "@test.example"));
    }

    /// With one date to which this organisation receives the others.
    UUID series(UUID host) {
        var series = insert(
                "meetings.series",
                Map.of(
                        "title",
                        fresh("Werkstatt"),
                        "kind",
                        "WORKSHOP",
                        "rhythm",
                        "WEEKS",
                        "every",
                        6,
                        "first_on",
                        java.time.LocalDate.of(2026, 12, 8),
                        "last_on",
                        java.time.LocalDate.of(2026, 12, 31),
                        "begins_at",
                        java.time.LocalTime.of(10, 0),
                        "minutes",
                        120));
        var meeting = meeting(host);
        stage.ask(db -> db.sql("update meetings.meeting set series = ?, planned_at = starts_at where id = ?")
                .params(series, meeting)
                .update());
        return series;
    }

    UUID venue() {
        return insert("meetings.venue", Map.of("name", fresh("Rathaus")));
    }

    /// Open since the beginning of the month, with a name to each card unless it is anonymous.
    UUID round(boolean anonymous) {
        return insert(
                "rounds.round",
                Map.of(
                        "title",
                        fresh("Fragerunde"),
                        "kind",
                        "OPEN",
                        "anonymous",
                        anonymous,
                        "dots",
                        3,
                        "opened_on",
                        java.time.LocalDate.of(2026, 11, 1)));
    }

    /// Open, with one line, in a quarter of its own.
    UUID collection(String mode) {
        if (mode.equals("INDIVIDUAL")) stage.ask((JdbcClient db) -> db.sql("""
                            insert into equality.setting (network, individual_since, assessment, assessed_on)
                            values (platform.network(), '2026-01-01', 'Akte', '2026-01-01')
                            on conflict (network) do update set individual_since = '2026-01-01'
                            """).update());
        // One by one definition and quarter: the last one goes, unless it was published.
        int published = stage.ask((JdbcClient db) -> {
            db.sql(
                            "delete from equality.collection c where not exists (select from equality.release r where r.collection = c.id)")
                    .update();
            return db.sql("select count(*) from equality.release")
                    .query(Integer.class)
                    .single();
        });
        var collection = insert(
                "equality.collection",
                Map.of(
                        "definition",
                        "GESCHLECHT-1",
                        "subject",
                        "BODIES",
                        "mode",
                        mode,
                        "year",
                        2000 + published / 4,
                        "quarter",
                        1 + published % 4));
        insert(
                "equality.line",
                Map.of("collection", collection, "position", 1, "name", fresh("Beirat"), "measure", "PERSONS"));
        return collection;
    }

    UUID lineOf(UUID collection) {
        return stage.ask((JdbcClient db) -> db.sql("select id from equality.line where collection = ?")
                .param(collection)
                .query(UUID.class)
                .single());
    }

    UUID topic() {
        return insert("equality.topic", Map.of("title", fresh("Sprache"), "since", java.time.LocalDate.of(2026, 1, 1)));
    }

    UUID responsibility(UUID organisation) {
        return insert(
                "equality.responsibility",
                Map.of("topic", topic(), "mandate", mandate(person(organisation), organisation)));
    }

    UUID criterion() {
        return insert(
                "equality.criterion",
                Map.of("title", fresh("Wir fragen nach"), "since", java.time.LocalDate.of(2026, 1, 1)));
    }

    UUID rating(UUID criterion) {
        return insert(
                "equality.rating",
                Map.of("criterion", criterion, "level", 3, "rated_on", java.time.LocalDate.of(2026, 5, 1)));
    }

    UUID evidence(UUID criterion) {
        return insert(
                "equality.evidence",
                Map.of(
                        "criterion",
                        criterion,
                        "title",
                        fresh("Fachtag"),
                        "address",
                        "https://www.example.org/",
                        "evidence_on",
                        java.time.LocalDate.of(2026, 5, 1)));
    }

    /// Anew each time: an organisation is decided about once.
    UUID relevantPartner(UUID organisation) {
        stage.ask((JdbcClient db) -> db.sql("delete from equality.relevant_partner where organisation = ?")
                .param(organisation)
                .update());
        return insert(
                "equality.relevant_partner",
                Map.of("organisation", organisation, "relevant", true, "since", java.time.LocalDate.of(2026, 5, 1)));
    }

    /// Of a question no file has: none is answered twice on one day.
    UUID checkAnswer() {
        return insert(
                "equality.check_answer",
                Map.of(
                        "template",
                        "ARBEIT-0",
                        "question",
                        fresh("F"),
                        "answer",
                        "NO",
                        "answered_on",
                        java.time.LocalDate.of(2026, 5, 1)));
    }

    UUID finding() {
        return insert(
                "equality.finding",
                Map.of(
                        "template",
                        "ARBEIT-0",
                        "question",
                        fresh("F"),
                        "opened_on",
                        java.time.LocalDate.of(2026, 5, 1)));
    }

    UUID sensitisation() {
        return insert(
                "equality.sensitisation",
                Map.of("kind", "TRAINING", "title", fresh("Fachtag"), "held_on", java.time.LocalDate.of(2026, 5, 1)));
    }

    UUID participation(UUID organisation) {
        return insert("equality.participation", Map.of("sensitisation", sensitisation(), "organisation", organisation));
    }

    /// Its review is overdue.
    UUID instrument(UUID owner) {
        return insert(
                "equality.instrument",
                Map.of(
                        "kind",
                        "PROFILING",
                        "title",
                        fresh("Profiling-Bogen"),
                        "organisation",
                        owner,
                        "review_on",
                        java.time.LocalDate.of(2026, 5, 1)));
    }

    /// There is one at a time: a network has a few.
    UUID targetGroup() {
        stage.ask((JdbcClient db) -> db.sql("delete from equality.adaptation").update()
                + db.sql("delete from equality.exemption").update()
                + db.sql("delete from equality.target_group").update());
        return insert("equality.target_group", Map.of("title", fresh("Schichtarbeitende")));
    }

    /// Tried more than two years ago.
    UUID adaptation(UUID instrument, UUID group) {
        return insert(
                "equality.adaptation",
                Map.of(
                        "instrument",
                        instrument,
                        "target_group",
                        group,
                        "edition",
                        "1.0",
                        "note",
                        fresh("Einfache Sprache"),
                        "adapted_on",
                        java.time.LocalDate.of(2023, 5, 1),
                        "tried_on",
                        java.time.LocalDate.of(2023, 6, 1),
                        "result",
                        "WORKS"));
    }

    UUID equalityStep() {
        return insert("equality.step", Map.of("kind", "PARTNER", "title", fresh("Migrantenrat")));
    }

    /// Published without a single number.
    UUID equalityRelease(UUID collection) {
        return insert(
                "equality.release",
                Map.of(
                        "collection",
                        collection,
                        "definition",
                        "GESCHLECHT-1",
                        "subject",
                        "RESOURCES",
                        "mode",
                        "COUNTS",
                        "reporting_on",
                        java.time.LocalDate.of(2026, 6, 30),
                        "published_on",
                        java.time.LocalDate.of(2026, 7, 15),
                        "detailed",
                        false));
    }

    UUID wave(boolean open) {
        var wave = insert(
                "surveys.wave",
                Map.of(
                        "title",
                        fresh("Puls"),
                        "purpose",
                        "Besser werden",
                        "reminders",
                        0,
                        "closes_on",
                        java.time.LocalDate.of(2026, 12, 24)));
        if (open) opened(wave);
        return wave;
    }

    /// As nobody has changed it: who was asked about an item before may have left it out.
    void shippedQuestionnaire() {
        stage.ask((JdbcClient db) -> db.sql("delete from surveys.item where network = platform.network()")
                .update());
    }

    /// One wave at a time, and four weeks after the last.
    private void opened(UUID wave) {
        stage.ask((JdbcClient db) -> db.sql("""
                        select surveys.close(id, '2026-01-01') from surveys.wave
                         where network = platform.network() and opened_on is not null and closed_on is null
                        """).query().listOfRows());
        stage.ask((JdbcClient db) -> db.sql("""
                        select surveys.open(:wave, (select coalesce(max(closed_on) + 28, '2026-11-01') from surveys.wave
                                                     where network = platform.network()), array['reliable'], array['STATEMENT'], array['Es gilt.'], array['It holds.'],
                               array(select sha256(('door' || :wave || n)::bytea) from generate_series(1, 5) n),
                               array_fill(''::text, array[5]),
                               array(select sha256(('ticket' || :wave || n)::bytea) from generate_series(1, 5) n))
                        """).param("wave", wave).query().listOfRows());
    }

    UUID invitedTo(UUID wave, UUID organisation) {
        var person = person(organisation);
        return stage.ask((JdbcClient db) ->
                db.sql("""
                        insert into surveys.invited (network, wave, person, organisations)
                        values (platform.network(), ?, ?, array[]::uuid[]) returning id
                        """).params(wave, person).query(UUID.class).single());
    }

    /// Of a wave that five have answered, and that is closed.
    UUID surveyFigure() {
        var wave = wave(true);
        stage.ask((JdbcClient db) -> db.sql("""
                        select surveys.answer(sha256(('door' || :wave || n)::bytea), sha256(('ticket' || :wave || n)::bytea),
                                              array[q.id], array[4 + n % 2])
                          from generate_series(1, 5) n, surveys.question q where q.wave = :wave
                        """).param("wave", wave).query().listOfRows());
        stage.ask((JdbcClient db) -> db.sql("select surveys.close(?, '2026-11-23')")
                .param(wave)
                .query()
                .listOfRows());
        return stage.ask((JdbcClient db) -> db.sql("select id from surveys.figure where wave = ?")
                .param(wave)
                .query(UUID.class)
                .single());
    }

    /// Frozen without a single number, in a half-year of its own.
    UUID report(boolean released) {
        int there = stage.ask((JdbcClient db) -> {
            db.sql("delete from reports.report where released_on is null").update();
            return db.sql("select count(*) from reports.report")
                    .query(Integer.class)
                    .single();
        });
        var edition = """
                {"schema": "wirknetz-report/1", "language": "de", "network": "Netz", "period": "2000-1", "title": "Halbjahr",
                 "from": "2000-01-01", "to": "2000-06-30", "asOf": "2000-06-30", "organisations": 0, "introduction": "",
                 "board": "", "chapters": [{"key": "reasons", "title": "Anlass", "lead": "", "comment": "", "figures": []}],
                 "notes": []}""";
        var id = insert(
                "reports.report",
                Map.of(
                        "half_year",
                        (2000 + there / 2) + "-" + (1 + there % 2),
                        "as_of",
                        java.time.LocalDate.of(2000, 6, 30),
                        "frozen_on",
                        java.time.LocalDate.of(2026, 7, 1),
                        "content",
                        "{\"de\": " + edition + ", \"en\": " + edition + "}"));
        if (released)
            stage.ask((JdbcClient db) -> db.sql("update reports.report set released_on = frozen_on where id = ?")
                    .param(id)
                    .update());
        return id;
    }

    UUID questionOf(UUID round) {
        return insert("rounds.question", Map.of("round", round, "position", 1, "wording", "Was fehlt?"));
    }

    UUID clusterOf(UUID question) {
        return insert("rounds.cluster", Map.of("question", question, "name", fresh("Räume")));
    }

    UUID answerOf(UUID question) {
        return insert("rounds.card", Map.of("question", question, "body", "Ein Raum"));
    }

    UUID cardOf(UUID question, AccountId author) {
        return insert("rounds.card", Map.of("question", question, "body", "Ein Raum", "account", author.value()));
    }

    String nameOf(UUID organisation) {
        return stage.ask(db -> db.sql("select name from directory.organisation where id = ?")
                .param(organisation)
                .query(String.class)
                .single());
    }

    UUID touchpoint(UUID organisation) {
        return insert(
                "journal.touchpoint",
                Map.of(
                        "organisation",
                        organisation,
                        "kind",
                        "CALL",
                        "held_on",
                        java.time.LocalDate.of(2026, 11, 2),
                        "topic",
                        "Termin"));
    }

    UUID followUp(UUID organisation) {
        return insert(
                "journal.follow_up",
                Map.of(
                        "organisation",
                        organisation,
                        "what",
                        "Anrufen",
                        "due_on",
                        java.time.LocalDate.of(2026, 11, 20)));
    }

    /// Of somebody of the office: nobody else could have written one.
    UUID privateNote(UUID organisation, AccountId maker) {
        var id = UUID.randomUUID();
        boolean office =
                stage.ask(db -> db.sql("select exists (select from access.seat where account = ? and role = 'OFFICE')")
                        .param(maker.value())
                        .query(Boolean.class)
                        .single());
        var author = office ? maker : stage.officeAccount();
        stage.as(
                author,
                db -> db.sql("insert into journal.private_note (network, id, organisation, author, body)"
                                + " values (platform.network(), ?, ?, ?, 'Nur für mich')")
                        .params(id, organisation, author.value())
                        .update());
        return id;
    }

    UUID importRun() {
        var run = insert("transfer.import_run", Map.of("state", "UPLOADED"));
        insert(
                "transfer.import_file",
                Map.of(
                        "run",
                        run,
                        "name",
                        "partner.csv",
                        "bytes",
                        "key;name\nhwk;Handwerkskammer\n".getBytes(StandardCharsets.UTF_8)));
        return run;
    }

    /// The organisation was renamed, not by the one who asks.
    UUID change(UUID organisation) {
        return stage.ask(db -> {
            db.sql("update directory.organisation set name = ? where id = ?")
                    .params(fresh("Innung"), organisation)
                    .update();
            return db.sql("""
                            select change from platform.revision where record = ? order by id desc limit 1
                            """).param(organisation).query(UUID.class).single();
        });
    }

    UUID invitation(UUID organisation) {
        return insert(
                "access.invitation",
                Map.of(
                        "email",
                        "neu@test.example",
                        "role",
                        Role.PARTNER_STAFF.name(),
                        "organisation",
                        organisation,
                        "secret",
                        secret(),
                        "expires_at",
                        "2090-01-01T10:00:00Z"));
    }

    UUID seat(UUID organisation) {
        var account = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, organisation);
        return stage.ask(db -> db.sql("select id from access.seat where account = ?")
                .param(account.value())
                .query(UUID.class)
                .single());
    }

    UUID token(UUID account) {
        return insert(
                "access.token",
                Map.of(
                        "account",
                        account,
                        "name",
                        "Skript",
                        "scope",
                        "READ",
                        "secret",
                        secret(),
                        "expires_at",
                        "2090-01-01T10:00:00Z"));
    }

    private static byte[] secret() {
        return UUID.randomUUID().toString().substring(0, 32).getBytes(StandardCharsets.US_ASCII);
    }

    static Map<String, String> words(Object... pairs) {
        var words = new HashMap<String, String>();
        for (int n = 0; n < pairs.length; n += 2) words.put(String.valueOf(pairs[n]), String.valueOf(pairs[n + 1]));
        return words;
    }
}
