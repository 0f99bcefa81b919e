package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.IntroductionId;
import org.wirknetz.exchange.Introductions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// The office brings two together: one click drafts the mail, it is read, changed and sent, and later answered for.
@Controller
class IntroductionController {

    private static final int SUBJECT = 200;
    private static final int BODY = 10_000;

    private final JdbcClient db;
    private final Introductions introductions;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final Mails mails;
    private final Redirects redirects;

    IntroductionController(
            JdbcClient db,
            Introductions introductions,
            ExchangePermissions may,
            ExchangeDesk desk,
            Mails mails,
            Redirects redirects) {
        this.db = db;
        this.introductions = introductions;
        this.may = may;
        this.desk = desk;
        this.mails = mails;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/introductions")
    String draft(Visitor visitor, @RequestParam UUID need, @RequestParam UUID offer, HttpServletRequest request) {
        Forbidden.unless(may.introduce(visitor));
        var wanted = ListingRows.one(db, need);
        var found = ListingRows.one(db, offer);
        var subject = desk.say("exchange.introduction.subject", wanted.organisationName(), found.organisationName());
        var body = desk.say(
                "exchange.introduction.body",
                wanted.organisationName(),
                wanted.title(),
                found.organisationName(),
                found.title(),
                visitor.name());
        var id = introductions.draft(
                need, offer, subject.length() > SUBJECT ? subject.substring(0, SUBJECT) : subject, body);
        return redirects.done(
                request, visitor.base() + "/introductions/" + id.value(), "exchange.introduction.drafted");
    }

    @GetMapping("/w/{network}/introductions/{introduction}")
    ModelAndView show(Visitor visitor, @PathVariable UUID introduction) {
        Forbidden.unless(may.introduce(visitor));
        var row = row(introduction);
        var recipients = recipients(row);
        var title = desk.say("exchange.introduction.title", row.askerName(), row.helperName());
        var page = new IntroductionPage(
                row,
                title,
                desk.say(sentence(row.state()), recipients.size()),
                recipients,
                visitor.base() + "/introductions/" + introduction,
                row.draft() && !recipients.isEmpty(),
                mails.canSend());
        var need = new Crumb(row.needTitle(), visitor.base() + "/needs/" + row.need());
        return desk.page("introduction", title, List.of(need, ExchangeDesk.here(title)), Map.of("page", page));
    }

    @PostMapping("/w/{network}/introductions/{introduction}/dispatch")
    String send(
            Visitor visitor,
            @PathVariable UUID introduction,
            @RequestParam int version,
            @RequestParam String subject,
            @RequestParam String body,
            @RequestParam(defaultValue = "") List<String> to,
            HttpServletRequest request) {
        Forbidden.unless(may.introduce(visitor));
        var allowed = recipients(row(introduction)).stream()
                .map(IntroductionPage.Recipient::email)
                .filter(to::contains)
                .toList();
        var line = subject.replaceAll("\\s+", " ").strip();
        if (line.isEmpty() || line.length() > SUBJECT || body.isBlank() || body.length() > BODY)
            throw new Refused("exchange.introduction.empty");
        introductions.send(new IntroductionId(introduction), version, line, body, allowed);
        return redirects.told(
                request,
                visitor.base() + "/introductions/" + introduction,
                mails.canSend() ? "exchange.introduction.sent" : "exchange.introduction.waits",
                allowed.size());
    }

    @PostMapping("/w/{network}/introductions/{introduction}/outcome")
    String settle(
            Visitor visitor,
            @PathVariable UUID introduction,
            @RequestParam(defaultValue = "false") boolean helped,
            HttpServletRequest request) {
        Forbidden.unless(may.introduce(visitor));
        introductions.settle(new IntroductionId(introduction), helped);
        return redirects.done(
                request, visitor.base() + "/introductions/" + introduction, "exchange.introduction.settled");
    }

    /// A server without mail says so, and does not speak of a mail that was sent.
    private String sentence(String state) {
        var waits = state.equals("SENT") && !mails.canSend();
        return "exchange.introduction.sentence." + (waits ? "WAITS" : state);
    }

    private IntroductionPage.Row row(UUID introduction) {
        return db.sql("""
                        select i.id, i.need, n.title as need_title, i.offer, o.title as offer_title, o.sort as offer_sort,
                               asker.name as asker_name, helper.name as helper_name, i.asker, i.helper, i.state, i.subject, i.body,
                               i.version
                          from exchange.introduction i
                          join exchange.listing n on n.network = i.network and n.id = i.need
                          join exchange.listing o on o.network = i.network and o.id = i.offer
                          join directory.organisation_card asker on asker.network = i.network and asker.id = i.asker
                          join directory.organisation_card helper on helper.network = i.network and helper.id = i.helper
                         where i.network = ? and i.id = ?
                        """)
                .params(Scope.current().requireNetwork().value(), introduction)
                .query(IntroductionPage.Row.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Who speaks for the two today and has an address.
    private List<IntroductionPage.Recipient> recipients(IntroductionPage.Row row) {
        return db.sql("""
                        select min(person.name) as name, min(organisation.name) as organisation, address.email
                          from directory.mandate_card mandate
                          join directory.person_card person on person.network = mandate.network and person.id = mandate.person
                          join directory.person_address_card address
                            on address.network = mandate.network and address.person = mandate.person
                          join directory.organisation_card organisation
                            on organisation.network = mandate.network and organisation.id = mandate.organisation
                         where mandate.network = :network and mandate.organisation in (:asker, :helper)
                           and (mandate.valid_from is null or mandate.valid_from <= :today)
                           and (mandate.valid_to is null or mandate.valid_to > :today)
                         group by address.email order by 2, 1
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param("asker", row.asker())
                .param("helper", row.helper())
                .param("today", desk.today())
                .query(IntroductionPage.Recipient.class)
                .list();
    }
}
