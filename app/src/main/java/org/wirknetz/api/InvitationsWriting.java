package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Answer;
import org.wirknetz.meetings.Answers;
import org.wirknetz.meetings.Contacts;
import org.wirknetz.meetings.InvitationId;
import org.wirknetz.meetings.Invitations;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;

/// Invitations by call: put on the list, answered, taken off while nobody was told. Telling needs a person at the page.
@Component
class InvitationsWriting implements Writing {

    private static final Set<String> ANSWER = Set.of("answer", "representedBy", "comment");

    private final Invitations invitations;
    private final Answers answers;
    private final Contacts contacts;
    private final Meetings meetings;
    private final MeetingsPermissions may;

    InvitationsWriting(
            Invitations invitations, Answers answers, Contacts contacts, Meetings meetings, MeetingsPermissions may) {
        this.invitations = invitations;
        this.answers = answers;
        this.contacts = contacts;
        this.meetings = meetings;
        this.may = may;
    }

    /// Somebody of the directory by `person`, else a guest by `name` and `email`.
    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var sent = new Sent(values);
        var meeting = new MeetingId(Objects.requireNonNull(sent.id("meeting", null)));
        Forbidden.unless(plans(visitor, meeting));
        for (var field : ANSWER) if (values.get(field) != null) throw new Invalid(422, field, "api.read-only");
        var person = sent.id("person", null);
        if (person != null) {
            for (var field : Set.of("name", "email"))
                if (values.get(field) != null) throw new Invalid(422, field, "api.read-only");
            var organisation = sent.id("organisation", null);
            var card = contacts.card(person, organisation).orElseThrow(NotFound::new);
            if (organisation != null && !organisation.equals(card.organisation()))
                throw new Invalid(422, "organisation", "api.not-theirs");
            return invitations.invite(meeting, card).value();
        }
        if (values.get("organisation") != null) throw new Invalid(422, "organisation", "api.read-only");
        var email = sent.text("email", null);
        if (email == null) throw new Invalid(422, "email", "api.missing");
        return invitations
                .inviteGuest(meeting, Objects.requireNonNullElse(sent.text("name", null), ""), email)
                .value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var invitation = new InvitationId(id);
        var known = invitations.read(invitation);
        boolean plans = plans(visitor, known.meeting());
        Forbidden.unless(plans || known.own());
        values.keySet().stream().filter(it -> !ANSWER.contains(it)).findFirst().ifPresent(field -> {
            throw new Invalid(422, field, "api.read-only");
        });
        var sent = new Sent(values);
        var answer = sent.text(
                "answer", known.answer() == null ? null : known.answer().name());
        if (answer == null) throw new Invalid(422, "answer", "api.missing");
        answers.say(
                invitation,
                Answer.valueOf(answer),
                sent.text("representedBy", known.representedBy()),
                sent.text("comment", known.comment()),
                known.own() ? Answer.Way.WORKSPACE : Answer.Way.OFFICE);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        var known = invitations.read(new InvitationId(id));
        Forbidden.unless(plans(visitor, known.meeting()));
        invitations.withdraw(known.meeting(), new InvitationId(id));
    }

    private boolean plans(Visitor visitor, MeetingId meeting) {
        return may.plan(visitor, meetings.read(meeting).entry().group());
    }
}
