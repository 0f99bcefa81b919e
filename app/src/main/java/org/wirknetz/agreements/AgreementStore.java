package org.wirknetz.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Id;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;

/// The rows of agreements. Who takes part is kept by [Parties], what is written by [Wordings].
@Component
class AgreementStore {

    private final JdbcClient db;
    private final Parties partners;

    AgreementStore(JdbcClient db, Parties partners) {
        this.db = db;
        this.partners = partners;
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
        partners.add(id, parties);
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
        for (var table : List.of(
                "competition_answer", "comment", "obligation", "document_part", "document", "wording", "party")) {
            db.sql("delete from agreements." + table + " where agreement = ?")
                    .param(id.value())
                    .update();
        }
        db.sql("delete from agreements.agreement where id = ?")
                .param(id.value())
                .update();
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
