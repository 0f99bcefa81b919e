package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.api.Field.Type;

/// Agreements and the duties in them; written by the verbs of their room.
@Component
class AgreementResources implements RoomResources {

    /// The text is for the parties; row-level security leaves it out for others.
    private static final String AGREEMENTS = """
            (select a.*, agreements.standing(:today, a.negotiated_on, a.offered_on, a.concluded_on, a.ended_on, a.valid_to) as standing,
                    (select coalesce(jsonb_agg(p.organisation order by p.position), '[]') from agreements.party p
                      where p.network = a.network and p.agreement = a.id) as parties,
                    (select w.body from agreements.wording w where w.network = a.network and w.agreement = a.id
                      order by w.number desc limit 1) as body,
                    (select w.sha256 from agreements.wording w where w.network = a.network and w.agreement = a.id
                      order by w.number desc limit 1) as sha256
               from agreements.agreement a)""";

    private final AgreementsPermissions agreements;
    private final AgreementsWriting writing;
    private final ObligationsWriting duties;
    private final CommentsWriting comments;

    AgreementResources(
            AgreementsPermissions agreements,
            AgreementsWriting writing,
            ObligationsWriting duties,
            CommentsWriting comments) {
        this.agreements = agreements;
        this.writing = writing;
        this.duties = duties;
        this.comments = comments;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                obligations(),
                signatures(),
                wordings(),
                comments(),
                new Resource(
                        "agreements",
                        "agreements.agreement",
                        AGREEMENTS,
                        List.of(
                                text("title", 200).needed(),
                                of("parties", Type.UUIDS).needed(),
                                oneOf("form", "COMPLEMENTARY", "SUPPORTIVE", "INTEGRATIVE"),
                                of("binding", Type.INTEGER),
                                of("leadership", Type.BOOLEAN),
                                of("professional", Type.BOOLEAN),
                                of("operational", Type.BOOLEAN),
                                text("purpose", 4_000),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE),
                                of("noticeMonths", Type.INTEGER),
                                oneOf("visibility", "PARTIES", "NETWORK", "FUNDERS"),
                                text("body", 100_000),
                                oneOf("standing", "OFFERED"),
                                of("endedOn", Type.DATE),
                                text("endReason", 1_000),
                                of("offeredOn", Type.DATE).readOnly(),
                                of("concludedOn", Type.DATE).readOnly(),
                                of("renews", Type.UUID).readOnly(),
                                text("sha256", 64).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        agreements::enter,
                        agreements::draft,
                        writing));
    }

    /// Signing needs a person at the page.
    private Resource signatures() {
        return new Resource(
                "agreement-signatures",
                "agreements.signature",
                """
                (select s.*, p.organisation, w.number from agreements.signature s
                   join agreements.party p on p.network = s.network and p.id = s.party
                   join agreements.wording w on w.network = s.network and w.id = s.wording)""",
                List.of(
                        of("agreement", Type.UUID).readOnly(),
                        of("organisation", Type.UUID).readOnly(),
                        of("number", Type.INTEGER).readOnly(),
                        text("name", 300).readOnly(),
                        text("function", 200).readOnly(),
                        oneOf("kind", "SIMPLE", "PAPER").readOnly(),
                        of("signedOn", Type.DATE).readOnly(),
                        of("enteredAt", Type.TIME).readOnly(),
                        text("sha256", 64).readOnly()),
                agreements::enter,
                visitor -> false);
    }

    private Resource wordings() {
        return new Resource(
                "agreement-wordings",
                "agreements.wording",
                "agreements.wording",
                List.of(
                        of("agreement", Type.UUID).readOnly(),
                        of("number", Type.INTEGER).readOnly(),
                        text("sealed", 250_000).readOnly(),
                        text("sha256", 64).readOnly(),
                        of("writtenAt", Type.TIME).readOnly()),
                agreements::enter,
                visitor -> false);
    }

    private Resource comments() {
        return new Resource(
                "agreement-comments",
                "agreements.comment",
                "agreements.comment",
                List.of(
                        of("agreement", Type.UUID).needed(),
                        of("organisation", Type.UUID),
                        text("body", 4_000).needed(),
                        of("concession", Type.BOOLEAN),
                        of("version", Type.INTEGER).readOnly(),
                        of("writtenAt", Type.TIME).readOnly()),
                agreements::draft,
                agreements::draft,
                comments);
    }

    private Resource obligations() {
        return new Resource(
                "obligations",
                "agreements.obligation",
                """
                (select d.*, p.organisation from agreements.obligation d
                   join agreements.party p on p.network = d.network and p.id = d.party)""",
                List.of(
                        of("agreement", Type.UUID).needed(),
                        of("organisation", Type.UUID).needed(),
                        of("person", Type.UUID),
                        text("title", 300).needed(),
                        of("due", Type.DATE),
                        of("doneOn", Type.DATE),
                        text("evidence", 2_000),
                        text("link", 500),
                        of("version", Type.INTEGER).readOnly()),
                agreements::draft,
                agreements::draft,
                duties);
    }
}
