package org.wirknetz.guards;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.wirknetz.Cast;
import org.wirknetz.platform.AccountId;

/// What lies behind an address: a real thing for each name in it, and what its form would send.
///
/// A new name in an address has to be told here what it stands for; until then the guard fails.
final class Behind {

    private final Cast.Stage stage;
    private final RealThings things;
    private final UUID first;
    private final UUID second;
    private final UUID mine;

    /// For names in the address.
    final Map<String, String> names = new HashMap<>();

    /// For fields of the form.
    final Map<String, String> typed = new HashMap<>();

    /// @param first the organisation it is about, or the first of two
    /// @param mine for which of the two the form speaks
    /// @param maker whose it is, where something belongs to an account
    Behind(Cast.Stage stage, String pattern, UUID first, UUID second, UUID mine, AccountId maker) {
        this.stage = stage;
        this.things = new RealThings(stage);
        this.first = first;
        this.second = second;
        this.mine = mine;
        names.put("network", stage.slug());
        typed.putAll(RealThings.words(
                "organisation",
                mine,
                "owner",
                mine,
                "speaker",
                mine,
                "own",
                first,
                "party",
                first + "," + second,
                "giver",
                first,
                "receiver",
                second,
                "from",
                first,
                "to",
                second,
                "other",
                second,
                "cell",
                first + " " + second,
                "kind",
                "INFO",
                "version",
                1,
                "title",
                "Angegriffen",
                "name",
                "Angegriffen",
                "body",
                "Angegriffen",
                "role",
                "PARTNER_STAFF",
                "template",
                "nachqualifizierung",
                "email",
                "angriff@test.example",
                "stage",
                "CONCEPT",
                "low",
                "1",
                "high",
                "2",
                "source",
                "Leitung",
                "key",
                "ANGRIFF",
                "nameDe",
                "Angegriffen",
                "nameEn",
                "Angegriffen",
                "slug",
                "angegriffen",
                "list",
                "Angegriffen",
                "value",
                "3",
                "subject",
                "Angegriffen",
                "label",
                "Angegriffen",
                "duty",
                "Angegriffen",
                "family_name",
                "Angegriffen",
                "successor",
                second,
                "host",
                second,
                "member",
                second,
                "group",
                "",
                "area",
                "",
                "minimum",
                "1",
                "weight",
                "1",
                "read",
                "yes",
                "reason",
                "Angriff"));
        if (pattern.startsWith("/w/{network}/")) inside(pattern.substring("/w/{network}".length()), maker);
        else outside(pattern, maker);
    }

    private void outside(String pattern, AccountId maker) {
        if (pattern.contains("{secret}")) names.put("secret", "nobodys");
        if (pattern.contains("{account}")) names.put("account", maker.value().toString());
        if (pattern.contains("{date}")) names.put("date", "2026-11-23");
        if (pattern.contains("/equality/{release}"))
            name("release", things.equalityRelease(things.collection("COUNTS")));
        if (pattern.contains("/reports/{report}")) name("report", things.report(true));
        if (pattern.contains("{handle}")) names.put("handle", "0123456789abcdef");
        if (pattern.contains("{passkey}"))
            names.put("passkey", UUID.randomUUID().toString());
        if (pattern.contains("{token}")) {
            names.put("network", stage.network().value().toString());
            names.put("token", things.token(maker.value()).toString());
        }
        if (pattern.startsWith("/n/{network}/partners/{id}")) name("id", first);
        if (pattern.contains("/newsletters/{issue}")) name("issue", things.issue(things.mailingList(), true));
    }

    private void name(String variable, UUID thing) {
        names.put(variable, thing.toString());
    }

    private void inside(String rest, AccountId maker) {
        var room = rest.replaceAll("^/([a-z]*).*", "$1");
        switch (room) {
            case "organisations" -> organisations(rest, maker);
            case "people" -> people(rest, maker);
            case "duplicates" -> duplicates(rest);
            case "retention" -> {
                name("id", things.former(first));
                typed.put("months", "24");
                typed.put("until", "2027-11-23");
            }
            case "structures" -> structures();
            case "profile" -> typed.put("part", "PARTNERS");
            case "settings" -> name("id", rest.contains("/groups") ? things.group() : things.area());
            case "ties" -> ties(rest, maker);
            case "check" -> {
                names.put("format", "json");
                if (rest.contains("{person}")) name("person", things.person(first));
                if (rest.contains("{organisation}")) name("organisation", first);
                if (rest.contains("{proof}")) name("proof", things.proof(first));
                if (rest.contains("/anchoring/{organisation}")) {
                    typed.put("kind", "BOARD");
                    typed.put("on", "2026-01-01");
                    typed.put("evidence", "Bericht im Vorstand");
                }
                if (rest.endsWith("/steering")) {
                    typed.put("known", String.valueOf(things.corridors()));
                    typed.put("low", "20");
                    typed.put("high", "60");
                    typed.put("reason", "So soll es sein");
                }
                if (rest.contains("{answer}")) name("answer", things.answer());
                if (rest.contains("{line}")) name("line", things.funding());
                if (rest.contains("{interest}")) name("interest", things.interest());
                if (rest.contains("{view}")) name("view", things.mapView());
                if (rest.contains("{summary}"))
                    name("summary", things.summary(!rest.endsWith("/publication") && !rest.endsWith("/reasons")));
                if (rest.contains("{map}")) name("map", things.frozenMap(!rest.endsWith("/approval")));
                if (rest.contains("/report")) report(rest);
                if (rest.contains("/network/")) names.put("format", "gexf");
            }
            case "contributions" -> {
                name("contribution", things.contribution(first, second));
                typed.put("kind", "Raum");
                if (rest.contains("/suggestions/")) {
                    typed.put("source", "agreements.duty");
                    typed.put("record", things.fulfilled(first, second).toString());
                }
            }
            case "balances", "benefits" -> name("organisation", first);
            case "load" -> {
                name("organisation", first);
                typed.put("hours", "8");
                typed.put("per", "MONTH");
            }
            case "needs", "offers", "interests" -> listings(room);
            case "introductions" -> {
                name("introduction", things.introduction(first, second));
                typed.put("need", things.listing("NEED", first).toString());
                typed.put("offer", things.listing("OFFER", second).toString());
            }
            case "terms" -> name("term", things.term());
            case "products" -> products();
            case "newsletters", "newsletter" -> newsletters(rest);
            case "circulars" -> {
                boolean sent = rest.equals("/circulars/{circular}") || rest.endsWith("/acknowledgement");
                name("circular", things.circular(first, sent));
            }
            case "mailing", "preferences" -> {
                var list = things.mailingList();
                name("list", list);
                name("subscription", things.subscription(list));
                name("trouble", things.trouble());
            }
            case "groups" -> groups();
            case "tasks" -> {
                name("task", things.task(first));
                typed.put("until", "2027-01-01");
                if (rest.contains("/handover"))
                    typed.put("from", things.person(first).toString());
            }
            case "decisions" -> {
                var decision = things.decision(first);
                name("decision", decision);
                name("concession", things.concession(decision, first));
                typed.put("about", "Angegriffen");
            }
            case "rounds" -> rounds(maker);
            case "equality" -> equality(rest);
            case "surveys" -> surveys(rest);
            case "journal" -> journal(rest, maker);
            case "meetings" -> meetings(rest.endsWith("/export"), rest.contains("/tables"));
            case "agreements" -> agreements();
            case "obligations" -> name("obligation", things.obligation(things.agreement(first, second), first));
            case "imports" -> name("id", things.importRun());
            case "changes" -> name("change", things.change(first));
            case "members" -> {
                if (rest.contains("{seat}")) name("seat", things.seat(first));
                if (rest.contains("{invitation}")) name("invitation", things.invitation(first));
            }
            default -> {}
        }
    }

    private void report(String rest) {
        if (rest.contains("{report}")) name("report", things.report(!rest.matches(".*/(release|removal)")));
        names.put("format", "odt");
        typed.put("place", "introduction");
        typed.put("words", "Angegriffen");
    }

    private void organisations(String rest, AccountId maker) {
        name("id", first);
        names.put("column", "phone");
        typed.put("value", "0123 456");
        typed.put("selected", first.toString());
        if (rest.contains("/groups")) typed.put("group", things.group().toString());
        if (rest.contains("{member}")) {
            name("member", second);
            things.umbrellaMember(first, second);
        }
        if (rest.contains("{view}")) name("view", things.view(maker.value(), "organisations"));
    }

    private void people(String rest, AccountId maker) {
        var person = things.person(first);
        name("id", person);
        names.put("column", "phone");
        typed.put("value", "0123 456");
        typed.put("selected", person.toString());
        typed.put("kind", "REPRESENTS");
        typed.remove("from");
        typed.remove("to");
        if (rest.contains("/positions/{post}")) name("post", things.position(person, first));
        if (rest.contains("/mandates/{post}")) {
            name("post", things.mandate(person, first));
            typed.put("deputy", things.person(first).toString());
        }
        if (rest.contains("{view}")) name("view", things.view(maker.value(), "people"));
    }

    private void duplicates(String rest) {
        names.put("kind", "organisations");
        boolean people = rest.contains("/people");
        typed.put("one", (people ? things.person(first) : first).toString());
        typed.put("other", (people ? things.person(second) : second).toString());
    }

    private void structures() {
        var structure = things.structure();
        name("id", structure);
        name("organisation", first);
        things.structureMember(structure, first);
        typed.put("kind", "BODY");
        typed.remove("from");
        typed.remove("to");
    }

    private void ties(String rest, AccountId maker) {
        boolean fresh = rest.equals("/ties") || rest.equals("/ties/matrix");
        if (!fresh) {
            var tie = things.tie(first, second);
            name("tie", tie);
            typed.put("selected", tie.toString());
        }
        name("one", first);
        name("other", second);
        if (rest.contains("{view}")) name("view", things.view(maker.value(), "ties"));
    }

    private void listings(String room) {
        var sort = room.equals("needs") ? "NEED" : room.equals("offers") ? "OFFER" : "INTEREST";
        name("listing", things.listing(sort, first));
        typed.remove("from");
        typed.remove("to");
    }

    private void newsletters(String rest) {
        var list = things.mailingList();
        boolean sent = rest.equals("/newsletters/{issue}")
                || rest.matches(".*/(progress|pause|resumption|cancellation|retry)");
        name("issue", things.issue(list, sent));
        var item = things.newsletterItem(first);
        name("item", item);
        typed.put("item", item.toString());
        typed.put("list", list.toString());
    }

    private void products() {
        var product = things.product(first, second);
        name("id", product);
        name("partner", things.partnerOf(product, second));
        name("estimate", things.estimate(product, second));
        typed.put("kind", "SERVICE");
    }

    /// For its circle alone; the first is its host.
    private void meetings(boolean counted, boolean seating) {
        var meeting = things.meeting(first);
        name("meeting", meeting);
        name("item", things.agendaItem(meeting));
        name("paper", things.paper(meeting));
        name("pair", things.apartAt(meeting));
        if (seating) {
            var guest = things.guestAt(meeting).toString();
            typed.put("one", guest);
            typed.put("invitation", guest);
            typed.put("other", things.guestAt(meeting).toString());
            typed.put("table", "1");
            typed.put("size", "4");
        }
        name("venue", things.venue());
        name("series", things.series(first));
        name("invitation", things.invited(meeting));
        name("reply", things.strayReply());
        typed.put("who", "");
        typed.put("answer", "YES");
        name("line", things.attends(meeting, first));
        name("proxy", things.proxy(meeting, first, second));
        name("ballot", things.ballot(meeting, first, counted));
        var part = things.minutePart(meeting);
        name("part", part);
        name("second", things.minuteSecond(meeting, part));
        name("amendment", things.amendment(meeting));
        typed.put("choice", "YES");
        typed.put("speaker", "");
    }

    /// For its members alone; the first is one of them.
    private void groups() {
        var group = things.bodyOf(first);
        name("id", group);
        name("member", things.memberOf(group));
        typed.put("kind", "WORKING_GROUP");
        typed.put("founded", "2026-03-01");
        typed.put("result", "Angegriffen");
    }

    private void rounds(AccountId maker) {
        var round = things.round(false);
        var question = things.questionOf(round);
        var cluster = things.clusterOf(question);
        var card = things.cardOf(question, maker);
        name("round", round);
        name("question", question);
        name("cluster", cluster);
        name("card", card);
        name("source", card);
        typed.put("target", cluster.toString());
        typed.put("question", question.toString());
        typed.put("kind", "OPEN");
        typed.put("questions", "Angegriffen");
        typed.put("fresh", "Angegriffen");
    }

    private void equality(String rest) {
        boolean declares = rest.contains("/declaration");
        var collection = things.collection(declares ? "INDIVIDUAL" : rest.endsWith("/slips") ? "BALLOT" : "COUNTS");
        var line = things.lineOf(collection);
        name("collection", collection);
        name("organisation", first);
        name("step", things.equalityStep());
        if (rest.contains("{release}")) name("release", things.equalityRelease(collection));
        if (rest.contains("topics")) {
            name("topic", things.topic());
            typed.put("holder", things.person(first) + " " + first);
            typed.put("from", "2026-11-01");
            typed.put("to", "2027-11-01");
        }
        if (rest.contains("{criterion}")) {
            name("criterion", things.criterion());
            typed.put("level", "2");
            typed.put("address", "https://www.example.org/fachtag");
        }
        if (rest.contains("partners")) typed.putAll(RealThings.words("relevant", "true", "version", "1"));
        if (rest.contains("{partner}")) name("partner", things.relevantPartner(first));
        if (rest.contains("{checked}")) {
            names.put("checked", "working");
            typed.put("answer-TIMES", "YES");
        }
        if (rest.contains("{finding}")) {
            name("finding", things.finding());
            typed.putAll(RealThings.words("version", "1", "outcome", "Getan"));
        }
        if (rest.contains("{evidence}")) name("evidence", things.evidence(things.criterion()));
        if (rest.contains("{responsibility}")) name("responsibility", things.responsibility(first));
        typed.putAll(RealThings.words(
                "line", line, "answer", "FEMALE", "consent", "true", "number", "3", "kind", "INSTRUMENT"));
        if (rest.contains("awareness")) typed.put("kind", "TRAINING");
        if (rest.contains("{sensitisation}")) name("sensitisation", things.sensitisation());
        if (rest.contains("instruments") || rest.contains("adaptations") || rest.contains("target-groups"))
            instruments(rest);
        typed.put("assessment", "Akte DS-12");
        typed.put("on", "2026-11-01");
    }

    private void instruments(String rest) {
        var instrument = things.instrument(first);
        var group = things.targetGroup();
        name("instrument", instrument);
        if (rest.contains("{adaptation}")) name("adaptation", things.adaptation(instrument, group));
        if (rest.contains("{group}")) name("group", group);
        typed.putAll(RealThings.words(
                "group", group, "kind", "MODULE", "edition", "9.9", "note", "Einfacher", "reason", "Kommt nicht vor"));
        typed.put("version", rest.endsWith("/task") ? "0" : "1");
    }

    private void surveys(String rest) {
        var open = rest.endsWith("/closing") || rest.endsWith("{wave}") || rest.endsWith("/export");
        var wave = things.wave(open);
        name("wave", wave);
        if (rest.contains("{invited}")) name("invited", things.invitedTo(wave, first));
        if (rest.contains("{key}")) {
            things.shippedQuestionnaire();
            names.put("key", "reliable");
        }
        typed.putAll(RealThings.words("purpose", "Angegriffen", "closes", "2026-12-24", "reminders", "1"));
        typed.putAll(RealThings.words("de", "Angegriffen", "en", "Attacked"));
    }

    private void journal(String rest, AccountId maker) {
        name("organisation", first);
        name("touchpoint", things.touchpoint(first));
        name("followUp", things.followUp(first));
        if (rest.contains("{note}")) name("note", things.privateNote(first, maker));
        typed.putAll(RealThings.words(
                "with",
                things.nameOf(first),
                "kind",
                "CALL",
                "topic",
                "Angegriffen",
                "until",
                "2026-12-24",
                "days",
                "60"));
    }

    private void agreements() {
        var agreement = things.agreement(first, second);
        name("agreement", agreement);
        typed.put("id", things.document(agreement, "EVIDENCE").toString());
        name("annex", things.document(agreement, "ANNEX"));
        typed.put("signer", things.person(mine) + " " + mine);
        typed.remove("from");
        typed.remove("to");
    }
}
