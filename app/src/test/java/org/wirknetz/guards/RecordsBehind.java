package org.wirknetz.guards;

import java.util.UUID;
import org.wirknetz.Cast;

/// A real record of each kind the API knows, a change to it, and a new one like it.
///
/// @param id of the record
/// @param change what PATCH sends
/// @param fresh what POST sends
record RecordsBehind(UUID id, String change, String fresh) {

    private static RecordsBehind of(UUID id, String change, String fresh, Object... values) {
        return new RecordsBehind(
                id, change.replace('\'', '"'), fresh.formatted(values).replace('\'', '"'));
    }

    /// The office speaks for itself, not for a party.
    RecordsBehind ofTheOffice() {
        return fresh.contains("\"body\"") && fresh.contains("\"agreement\"")
                ? new RecordsBehind(id, change, fresh.replaceAll("\"organisation\":\"[^\"]*\",", ""))
                : this;
    }

    /// @param mine for which of the two somebody speaks
    /// @param resource as in the address; one that is not known here fails the guard
    static RecordsBehind of(Cast.Stage stage, String resource, UUID first, UUID second, UUID mine) {
        var things = new RealThings(stage);
        var key = "K" + Math.abs(UUID.randomUUID().hashCode());
        return switch (resource) {
            case "organisations" -> of(first, "{'city':'Lindenfurt'}", "{'key':'%s','name':'Neu'}", key);
            case "organisation-groups" ->
                of(
                        things.organisationGroup(first),
                        "{'actorGroup':'" + things.group() + "'}",
                        "{'organisation':'%s','actorGroup':'%s'}",
                        first,
                        things.group());
            case "organisation-names" ->
                of(things.organisationName(first), "{'name':'Neu'}", "{'organisation':'%s','name':'Neu'}", first);
            case "umbrella-members" ->
                of(
                        things.umbrellaMember(first, second),
                        "{'validFrom':'2026-01-01'}",
                        "{'umbrella':'%s','member':'%s'}",
                        second,
                        first);
            case "memberships" ->
                of(
                        things.membership(first),
                        "{'status':'DORMANT'}",
                        "{'organisation':'%s','status':'ACTIVE'}",
                        stage.organisation("Neu"));
            case "people" ->
                of(things.person(first), "{'givenName':'Olga'}", "{'familyName':'Neu','organisation':'%s'}", first);
            case "positions" ->
                of(
                        things.position(things.person(first), first),
                        "{'validTo':'2031-01-01'}",
                        "{'person':'%s','organisation':'%s'}",
                        things.person(first),
                        first);
            case "mandates" ->
                of(
                        things.mandate(things.person(first), first),
                        "{'validTo':'2031-01-01'}",
                        "{'person':'%s','organisation':'%s'}",
                        things.person(first),
                        first);
            case "actor-groups" ->
                of(things.group(), "{'nameDe':'Neu'}", "{'key':'%s','nameDe':'Neu','nameEn':'New'}", key);
            case "areas" -> of(things.area(), "{'name':'Neu'}", "{'key':'%s','name':'Neu','level':'DISTRICT'}", key);
            case "structures" ->
                of(things.structure(), "{'name':'Neu'}", "{'key':'%s','name':'Neu','kind':'BODY'}", key);
            case "structure-members" ->
                of(
                        things.structureMember(things.structure(), first),
                        "{'role':'Vorsitz'}",
                        "{'structure':'%s','organisation':'%s'}",
                        things.structure(),
                        first);
            case "target-models" ->
                of(things.targetModel(), "{'name':'Neu'}", "{'name':'Neu','number':77,'validFrom':'2031-01-01'}");
            case "targets" ->
                of(
                        things.target(),
                        "{'minimum':2}",
                        "{'model':'%s','actorGroup':'%s'}",
                        things.targetModel(),
                        things.group());
            case "newsletters" ->
                of(
                        things.issue(things.mailingList(), false),
                        "{'lead':'Neu'}",
                        "{'list':'%s','subject':'Neu'}",
                        things.mailingList());
            case "circulars" ->
                of(things.circular(first, true), "{'topic':'Neu'}", "{'topic':'Neu','subject':'Neu','body':'Neu'}");
            case "tie-kinds" ->
                of(things.tieKind(), "{'nameDe':'Neu'}", "{'key':'%s','nameDe':'Neu','nameEn':'New'}", key);
            case "ties" ->
                of(
                        things.tie(first, second),
                        "{'strength':4}",
                        "{'fromOrganisation':'%s','toOrganisation':'%s','kind':'INFO'}",
                        second,
                        first);
            case "contributions" ->
                of(
                        things.contribution(first, second),
                        "{'kind':'Neu'}",
                        "{'giver':'%s','receiver':'%s','kind':'Raum'}",
                        first,
                        second);
            case "needs", "offers" ->
                of(
                        things.listing(resource.equals("needs") ? "NEED" : "OFFER", first),
                        "{'title':'Neu'}",
                        "{'organisation':'%s','title':'Neu'}",
                        first);
            case "agreements" ->
                of(
                        things.agreement(first, second),
                        "{'title':'Neu'}",
                        "{'title':'Neu','parties':['%s','%s']}",
                        first,
                        second);
            case "agreement-signatures" -> of(things.signature(things.agreement(first, second), first), "{}", "{}");
            case "agreement-wordings" -> of(things.wording(things.agreement(first, second)), "{}", "{}");
            case "agreement-comments" -> {
                var agreement = things.agreement(first, second);
                yield of(
                        things.comment(agreement, first),
                        "{'body':'Neu'}",
                        "{'agreement':'%s','organisation':'%s','body':'Neu'}",
                        agreement,
                        mine);
            }
            case "obligations" -> {
                var agreement = things.agreement(first, second);
                yield of(
                        things.obligation(agreement, first),
                        "{'title':'Neu'}",
                        "{'agreement':'%s','organisation':'%s','title':'Neu'}",
                        agreement,
                        first);
            }
            case "decisions" ->
                of(
                        things.decision(first),
                        "{'title':'Neu'}",
                        "{'title':'%s','decidedOn':'2026-02-01'}",
                        UUID.randomUUID());
            case "rounds" -> of(things.round(false), "{'title':'Neu'}", "{'title':'Neu'}");
            case "surveys" ->
                of(
                        things.wave(true),
                        "{'closesOn':'2026-12-31'}",
                        "{'title':'Neu','purpose':'Neu','closesOn':'2026-12-31'}");
            case "survey-guests" -> {
                var wave = things.wave(false);
                yield of(
                        things.invitedTo(wave, first),
                        "{'person':'" + things.person(first) + "'}",
                        "{'survey':'%s','person':'%s'}",
                        wave,
                        things.person(first));
            }
            case "introductions" ->
                of(
                        things.introduction(first, second),
                        "{'state':'HELPED'}",
                        "{'need':'%s','offer':'%s','subject':'Neu','body':'Neu'}",
                        things.listing("NEED", first),
                        things.listing("OFFER", second));
            case "alarm-answers" ->
                of(
                        things.answer(),
                        "{'verdict':'WRONG'}",
                        "{'rule':'FLUCTUATION','subject':'network','verdict':'KNOWN'}");
            case "map-views" -> of(things.mapView(), "{'name':'Neu'}", "{'name':'Neu','query':'said=observed'}");
            case "survey-figures" -> of(things.surveyFigure(), "{'raters':9}", "{'raters':9}");
            case "round-questions" ->
                of(things.questionOf(things.round(false)), "{'wording':'Neu'}", "{'wording':'Neu'}");
            case "round-clusters" ->
                of(things.clusterOf(things.questionOf(things.round(false))), "{'name':'Neu'}", "{'name':'Neu'}");
            case "round-cards" ->
                of(things.answerOf(things.questionOf(things.round(false))), "{'body':'Neu'}", "{'body':'Neu'}");
            case "tasks" -> of(things.task(first), "{'title':'Neu'}", "{'title':'%s'}", UUID.randomUUID());
            case "meetings" ->
                of(
                        things.meeting(first),
                        "{'purpose':'Neu'}",
                        "{'title':'Neu','kind':'GROUP','startsAt':'2026-12-08T10:00:00+01:00','endsAt':'2026-12-08T12:00:00+01:00'}");
            case "agenda-items" -> {
                var meeting = things.meeting(first);
                yield of(
                        things.agendaItem(meeting),
                        "{'minutes':20}",
                        "{'meeting':'%s','position':2,'title':'Neu','kind':'EXCHANGE'}",
                        meeting);
            }
            case "series" ->
                of(
                        things.series(first),
                        "{'state':'CANCELLED'}",
                        "{'title':'Neu','kind':'WORKSHOP','rhythm':'WEEKS','every':6,'firstOn':'2026-12-08',"
                                + "'lastOn':'2027-01-31','beginsAt':'10:00','minutes':120}");
            case "invitations" -> {
                var meeting = things.meeting(first);
                yield of(
                        things.invited(meeting),
                        "{'answer':'YES'}",
                        "{'meeting':'%s','name':'Neu','email':'neu@test.example'}",
                        meeting);
            }
            case "attendances" -> {
                var meeting = things.meeting(first);
                yield of(
                        things.attends(meeting, first),
                        "{'presence':'EXCUSED'}",
                        "{'meeting':'%s','name':'Neu','presence':'PRESENT'}",
                        meeting);
            }
            case "ballots" -> of(things.ballot(things.meeting(first), first, true), "{}", "{}");
            case "minutes" -> of(things.approved(things.meeting(first)), "{}", "{}");
            case "capacities" ->
                of(things.capacity(first), "{'hours':12.5}", "{'organisation':'%s','hours':8,'per':'MONTH'}", first);
            case "topics" -> of(things.topic(), "{'title':'%s'}".formatted(key), "{'title':'Neu %s'}", key);
            case "responsibilities" ->
                of(
                        things.responsibility(first),
                        "{'validTo':'2027-01-01'}",
                        "{'topic':'%s','person':'%s','organisation':'%s'}",
                        things.topic(),
                        things.person(first),
                        first);
            case "criteria" -> of(things.criterion(), "{'reviewOn':'2027-01-01'}", "{'title':'Neu %s'}", key);
            case "ratings" ->
                of(
                        things.rating(things.criterion()),
                        "{'level':2}",
                        "{'criterion':'%s','level':2}",
                        things.criterion());
            case "evidence" ->
                of(
                        things.evidence(things.criterion()),
                        "{'title':'Neu'}",
                        "{'criterion':'%s','title':'Neu','address':'https://www.example.org/'}",
                        things.criterion());
            case "relevant-partners" -> of(things.relevantPartner(first), "{}", "{}");
            case "check-answers" -> of(things.checkAnswer(), "{}", "{}");
            case "findings" -> of(things.finding(), "{}", "{}");
            case "sensitisations" ->
                of(
                        things.sensitisation(),
                        "{'heldOn':'2026-06-01'}",
                        "{'kind':'MAIL','title':'Neu','heldOn':'2026-06-01'}");
            case "participations" ->
                of(
                        things.participation(first),
                        "{'organisation':'" + second + "'}",
                        "{'sensitisation':'%s','organisation':'%s'}",
                        things.sensitisation(),
                        first);
            case "funding" -> of(things.funding(), "{'amount':12.5}", "{'source':'Neu','amount':8,'public':true}");
            case "interests" -> of(things.interest(), "{'handling':'Neu'}", "{'about':'Neu'}");
            case "newsletter-items" ->
                of(
                        things.newsletterItem(first),
                        "{'heading':'Neu'}",
                        "{'organisation':'%s','heading':'Neu','body':'Neu'}",
                        first);
            case "newsletter-lists" ->
                of(things.mailingList(), "{'about':'Neu'}", "{'name':'%s','about':'Neu'}", UUID.randomUUID());
            case "venues" -> of(things.venue(), "{'city':'Lindenfurt'}", "{'name':'%s'}", UUID.randomUUID());
            case "groups" ->
                of(
                        things.bodyOf(first),
                        "{'purpose':'Neu'}",
                        "{'name':'%s','kind':'WORKING_GROUP','foundedOn':'2026-02-01'}",
                        UUID.randomUUID());
            case "group-members" -> {
                var group = things.bodyOf(first);
                yield of(
                        things.memberOf(group),
                        "{'part':'GUEST','votes':false}",
                        "{'groupId':'%s','organisation':'%s','since':'2026-02-01'}",
                        group,
                        things.organisation());
            }
            default -> product(things, resource, first, second);
        };
    }

    private static RecordsBehind product(RealThings things, String resource, UUID first, UUID second) {
        var product = things.product(first, second);
        return switch (resource) {
            case "products" -> of(product, "{'purpose':'Neu'}", "{'name':'%s','kind':'SERVICE'}", UUID.randomUUID());
            case "product-stages" ->
                of(
                        things.stageOf(product),
                        "{'reason':'Neu'}",
                        "{'product':'%s','stage':'CONCEPT','enteredOn':'2026-02-01'}",
                        product);
            case "product-partners" ->
                of(
                        things.partnerOf(product, second),
                        "{'brings':'Neu'}",
                        "{'product':'%s','organisation':'%s','joinedOn':'2026-02-01'}",
                        product,
                        things.organisation());
            case "product-shares" ->
                of(
                        things.portion(product, things.partnerOf(product, first)),
                        "{'costShare':20}",
                        "{'product':'%s','partner':'%s'}",
                        product,
                        things.partnerOf(product, second));
            case "product-sheets" ->
                of(things.sheet(product), "{'price':20}", "{'product':'%s','price':5}", things.product(first, second));
            case "product-estimates" ->
                of(
                        things.estimate(product, first),
                        "{'low':1}",
                        "{'product':'%s','organisation':'%s','low':1,'high':2,'source':'Leitung','estimatedOn':'2026-01-01'}",
                        product,
                        second);
            default -> throw new AssertionError("Tell RecordsBehind what a record of " + resource + " is.");
        };
    }
}
