package org.wirknetz.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Id;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;

@Component
class AgreementStore {

    private final JdbcClient db;

    AgreementStore(JdbcClient db) {
        this.db = db;
    }

    /// Held until the end of the transaction, so that two people signing or changing at once come one after the other.
    Agreement lock(AgreementId id) {
        var held = db.sql("select id from agreements.agreement where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) throw new NotFound();
        return require(id);
    }

    Agreement require(AgreementId id) {
        return db.sql("""
                        select a.*, w.body,
                               array(select p.organisation::text from agreements.party p
                                      where p.network = a.network and p.agreement = a.id order by p.position, p.id) as parties
                          from agreements.agreement a
                          left join lateral (select w.body from agreements.wording w
                                              where w.network = a.network and w.agreement = a.id
                                              order by w.number desc limit 1) w on true
                         where a.id = ?
                        """)
                .param(id.value())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    void add(AgreementId id, Terms terms, boolean rivals, @Nullable UUID renews, List<OrganisationId> parties) {
        var given = columns(terms);
        given.put("id", id.value());
        given.put("rivals", rivals);
        given.put("renews", renews);
        given.put("account", account());
        db.sql("""
                        insert into agreements.agreement (network, id, title, form, binding, leadership, professional, operational,
                               purpose, valid_from, valid_to, notice_months, visibility, rivals, renews, drafted_by)
                        values (platform.network(), :id, :title, :form, :binding, :leadership, :professional, :operational,
                               :purpose, :from, :to, :notice, :circle, :rivals, :renews, :account)
                        """).params(given).update();
        addParties(id, parties);
    }

    /// In one statement: for the database the one who drafts belongs to it while it has no party.
    private void addParties(AgreementId id, List<OrganisationId> parties) {
        var ids = parties.stream().map(it -> it.value().toString()).toArray(String[]::new);
        try {
            db.sql("""
                            insert into agreements.party (network, agreement, organisation, position)
                            select platform.network(), :id, organisation::uuid, position
                              from unnest(cast(:parties as text[])) with ordinality as given (organisation, position)
                            """).param("id", id.value()).param("parties", ids).update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    void save(
            Agreement known, Terms terms, boolean rivals, @Nullable LocalDate negotiated, @Nullable LocalDate offered) {
        var given = columns(terms);
        given.put("id", known.id().value());
        given.put("rivals", rivals);
        given.put("negotiated", negotiated);
        given.put("offered", offered);
        db.sql("""
                        update agreements.agreement
                           set title = :title, form = :form, binding = :binding, leadership = :leadership,
                               professional = :professional, operational = :operational, purpose = :purpose, valid_from = :from,
                               valid_to = :to, notice_months = :notice, visibility = :circle, rivals = :rivals,
                               negotiated_on = :negotiated, offered_on = :offered, version = version + 1
                         where id = :id
                        """).params(given).update();
    }

    /// New ones first: whoever drafted it must not stand outside in between.
    void saveParties(Agreement known, List<OrganisationId> parties) {
        if (known.parties().equals(parties)) return;
        var fresh = parties.stream().filter(it -> !known.names(it)).toList();
        if (!fresh.isEmpty()) addParties(known.id(), fresh);
        var gone = known.parties().stream().filter(it -> !parties.contains(it)).toList();
        for (var organisation : gone) {
            db.sql("""
                            delete from agreements.obligation
                             where agreement = :agreement and party in (select id from agreements.party where agreement = :agreement and organisation = :organisation)
                            """)
                    .param("agreement", known.id().value())
                    .param("organisation", organisation.value())
                    .update();
            db.sql("delete from agreements.party where agreement = ? and organisation = ?")
                    .params(known.id().value(), organisation.value())
                    .update();
        }
        for (int position = 0; position < parties.size(); position++) {
            db.sql(
                            "update agreements.party set position = ? where agreement = ? and organisation = ? and position <> ?")
                    .params(
                            position + 1,
                            known.id().value(),
                            parties.get(position).value(),
                            position + 1)
                    .update();
        }
    }

    void mark(AgreementId id, String column, LocalDate day) {
        db.sql("update agreements.agreement set " + column + " = ?, version = version + 1 where id = ?")
                .params(day, id.value())
                .update();
    }

    void end(AgreementId id, LocalDate day, String reason) {
        db.sql("update agreements.agreement set ended_on = ?, end_reason = ?, version = version + 1 where id = ?")
                .params(day, reason.strip(), id.value())
                .update();
    }

    /// Children first, one by one: a cascade would be kept in an order that cannot be taken back.
    void remove(AgreementId id) {
        for (var table : List.of("competition_answer", "comment", "obligation", "wording", "party")) {
            db.sql("delete from agreements." + table + " where agreement = ?")
                    .param(id.value())
                    .update();
        }
        db.sql("delete from agreements.agreement where id = ?")
                .param(id.value())
                .update();
    }

    record Latest(UUID id, int number, String sealed, String sha256) {}

    Optional<Latest> latest(AgreementId id) {
        return db.sql(
                        "select id, number, sealed, sha256 from agreements.wording where agreement = ? order by number desc limit 1")
                .param(id.value())
                .query(Latest.class)
                .optional();
    }

    /// How many have signed the text as it stands.
    int signed(AgreementId id) {
        return db.sql("""
                        select count(*) from agreements.signature
                         where wording = (select w.id from agreements.wording w where w.agreement = ? order by w.number desc limit 1)
                        """).param(id.value()).query(Integer.class).single();
    }

    boolean everSigned(AgreementId id) {
        return db.sql("select exists (select from agreements.signature where agreement = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void write(AgreementId id, int number, String body, SealedText sealed, Instant now) {
        db.sql("""
                        insert into agreements.wording (network, agreement, number, body, sealed, sha256, written_by, written_at)
                        values (platform.network(), :agreement, :number, :body, :sealed, :sha256, :account, :now)
                        """)
                .param("agreement", id.value())
                .param("number", number)
                .param("body", body)
                .param("sealed", sealed.text())
                .param("sha256", sealed.sha256())
                .param("account", account())
                .param("now", java.sql.Timestamp.from(now))
                .update();
    }

    List<String> names(List<OrganisationId> organisations) {
        var ids = organisations.stream().map(it -> it.value().toString()).toArray(String[]::new);
        return db.sql("""
                        select card.name
                          from unnest(cast(? as text[])) with ordinality as given (id, position)
                          join directory.organisation_card card on card.network = platform.network() and card.id = given.id::uuid
                         order by given.position
                        """).param(ids).query(String.class).list();
    }

    /// Whether two of them are of one actor group: they offer the same and could compete.
    boolean rivals(List<OrganisationId> organisations) {
        return db.sql("""
                        select exists (select from directory.organisation_group_card
                                        where network = platform.network() and organisation = any (cast(? as uuid[]))
                                        group by actor_group having count(*) > 1)
                        """)
                .param(organisations.stream().map(it -> it.value().toString()).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    record Other(
            String title,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// The same said for the same days: same title, same parties, terms that overlap.
    Optional<Other> overlapping(@Nullable AgreementId self, Terms terms, List<OrganisationId> parties) {
        return db.sql("""
                        select a.title, a.valid_from as "from", a.valid_to as "to"
                          from agreements.agreement a
                         where a.network = platform.network() and a.id is distinct from cast(:self as uuid) and a.ended_on is null
                           and platform.fold(a.title) = platform.fold(:title)
                           and daterange(a.valid_from, a.valid_to) && daterange(cast(:from as date), cast(:to as date))
                           and array(select p.organisation::text from agreements.party p
                                      where p.network = a.network and p.agreement = a.id order by 1) = cast(:parties as text[])
                         limit 1
                        """)
                .param("self", self == null ? null : self.value())
                .param("title", terms.title())
                .param("from", terms.from())
                .param("to", terms.to())
                .param(
                        "parties",
                        parties.stream()
                                .map(it -> it.value().toString())
                                .sorted()
                                .toArray(String[]::new))
                .query(Other.class)
                .optional();
    }

    private static Map<String, @Nullable Object> columns(Terms terms) {
        var form = terms.form();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("title", terms.title());
        columns.put("form", form == null ? null : form.name());
        columns.put("binding", terms.binding());
        columns.put("leadership", terms.leadership());
        columns.put("professional", terms.professional());
        columns.put("operational", terms.operational());
        columns.put("purpose", terms.purpose());
        columns.put("from", terms.from());
        columns.put("to", terms.to());
        columns.put("notice", terms.noticeMonths());
        columns.put("circle", terms.circle().name());
        return columns;
    }

    private static Agreement read(ResultSet row) throws SQLException {
        var form = row.getString("form");
        var body = row.getString("body");
        return new Agreement(
                new AgreementId(row.getObject("id", UUID.class)),
                new Terms(
                        row.getString("title"),
                        form == null ? null : CooperationForm.valueOf(form),
                        row.getInt("binding"),
                        row.getBoolean("leadership"),
                        row.getBoolean("professional"),
                        row.getBoolean("operational"),
                        row.getString("purpose"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getInt("notice_months"),
                        Circle.valueOf(row.getString("visibility")),
                        body == null ? "" : body),
                Arrays.stream((String[]) row.getArray("parties").getArray())
                        .map(it -> new OrganisationId(UUID.fromString(it)))
                        .toList(),
                row.getBoolean("rivals"),
                row.getObject("negotiated_on", LocalDate.class),
                row.getObject("offered_on", LocalDate.class),
                row.getObject("concluded_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("renews", UUID.class),
                row.getObject("drafted_by", UUID.class),
                row.getInt("version"));
    }

    static @Nullable UUID account() {
        return Scope.current().account().map(Id::value).orElse(null);
    }
}
