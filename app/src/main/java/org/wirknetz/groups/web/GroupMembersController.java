package org.wirknetz.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.groups.GroupId;
import org.wirknetz.groups.GroupMembers;
import org.wirknetz.groups.Part;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Who sits in a group. First the organisation is chosen, then whom it sends: so that nobody picks one out of hundreds.
@Controller
class GroupMembersController {

    private final GroupMembers members;
    private final GroupDoor door;
    private final GroupsDesk desk;
    private final Redirects redirects;

    GroupMembersController(GroupMembers members, GroupDoor door, GroupsDesk desk, Redirects redirects) {
        this.members = members;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/groups/{id}/members/new")
    ModelAndView blank(Visitor visitor, @PathVariable UUID id, @RequestParam UUID organisation) {
        var page = door.openToLead(visitor, id);
        return form(visitor, page, blank(page, organisation), "");
    }

    @PostMapping("/w/{network}/groups/{id}/members")
    Object join(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam UUID organisation,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var page = door.openToLead(visitor, id);
        var typed = MemberForm.of(given, blank(page, organisation));
        try {
            var since = desk.day(typed.since());
            members.join(new GroupId(id), typed.seat(since == null ? desk.today() : since));
        } catch (Refused refused) {
            return desk.again(form(visitor, page, typed, desk.say(refused.key(), refused.values())));
        }
        return done(request, visitor, page, "groups.member.joined", typed.organisationName());
    }

    @GetMapping("/w/{network}/groups/{id}/members/{member}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id, @PathVariable UUID member) {
        var page = door.openToLead(visitor, id);
        return form(visitor, page, MemberForm.of(member(page, member)), "");
    }

    @PostMapping("/w/{network}/groups/{id}/members/{member}")
    Object correct(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID member,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var page = door.openToLead(visitor, id);
        var known = member(page, member);
        var typed = MemberForm.of(given, MemberForm.of(known));
        try {
            var since = desk.day(typed.since());
            members.correct(
                    new GroupId(id),
                    member,
                    typed.version(),
                    typed.seat(since == null ? known.since() : since),
                    desk.day(typed.until()));
        } catch (Refused refused) {
            return desk.again(form(visitor, page, typed, desk.say(refused.key(), refused.values())));
        }
        return done(request, visitor, page, "groups.member.corrected", typed.organisationName());
    }

    @PostMapping("/w/{network}/groups/{id}/members/{member}/end")
    String leave(Visitor visitor, @PathVariable UUID id, @PathVariable UUID member, HttpServletRequest request) {
        var page = door.openToLead(visitor, id);
        var known = member(page, member);
        members.leave(new GroupId(id), member, desk.today());
        return done(request, visitor, page, "groups.member.left", known.organisationName());
    }

    private String done(HttpServletRequest request, Visitor visitor, GroupPage page, String key, String organisation) {
        var target = visitor.base() + "/groups/" + page.card().id() + "#members";
        return redirects.done(request, target, key, organisation, page.card().name());
    }

    /// A new place; its organisation votes where it has a vote already, or the group is one where votes are counted.
    private MemberForm blank(GroupPage page, UUID organisation) {
        var name = door.organisations().stream()
                .filter(it -> it.value().equals(organisation.toString()))
                .findFirst()
                .orElseThrow(NotFound::new)
                .label();
        var there = page.present().stream()
                .filter(it -> it.organisation().equals(organisation))
                .toList();
        boolean votes =
                there.isEmpty() ? page.card().quorum() != null : there.stream().anyMatch(GroupPage.Member::votes);
        return new MemberForm(
                null,
                0,
                organisation,
                name,
                "",
                Part.MEMBER.name(),
                votes,
                desk.today().toString(),
                "");
    }

    private static GroupPage.Member member(GroupPage page, UUID member) {
        return page.members().stream()
                .filter(it -> it.id().equals(member))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ModelAndView form(Visitor visitor, GroupPage page, MemberForm typed, String problem) {
        var card = page.card();
        var parts = Arrays.stream(Part.values())
                .map(it -> new Choice(
                        it.name(), desk.say("groups.part." + it), it.name().equals(typed.part())))
                .toList();
        return desk.page(
                "member-form",
                desk.say("groups.member.of", typed.organisationName(), card.name()),
                List.of(
                        desk.groups(visitor),
                        GroupsDesk.group(visitor, card.id(), card.name()),
                        Desk.here(typed.organisationName())),
                Map.of(
                        "form",
                        typed,
                        "problem",
                        problem,
                        "group",
                        card.id(),
                        "people",
                        people(page, typed),
                        "parts",
                        parts));
    }

    /// Those of the organisation, nobody yet, and whoever sits there now though no longer with it.
    private List<Choice> people(GroupPage page, MemberForm typed) {
        var choices = new ArrayList<Choice>();
        choices.add(
                new Choice("", desk.say("groups.member.unnamed"), typed.person().isEmpty()));
        for (var one : door.people(typed.organisation()))
            choices.add(new Choice(one.value(), one.label(), one.value().equals(typed.person())));
        page.members().stream()
                .filter(it -> it.person() != null && it.person().toString().equals(typed.person()))
                .filter(it ->
                        choices.stream().noneMatch(choice -> choice.value().equals(typed.person())))
                .findFirst()
                .ifPresent(
                        it -> choices.add(new Choice(typed.person(), Objects.requireNonNull(it.personName()), true)));
        return choices;
    }
}
