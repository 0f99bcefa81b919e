package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.equality.EqualityPermissions;

/// What the network does for equal standing: for those inside, led by the office. Numbers of people are in none of it.
@Component
class EqualityResources implements RoomResources {

    /// Former terms, terms to come and people who are here no more are for the office alone.
    private static final String TERMS = """
            (select r.network, r.id, r.topic, m.person, m.organisation, d.id as deputy, m.valid_from, m.valid_to
               from equality.responsibility r
               join directory.mandate_card m on m.network = r.network and m.id = r.mandate
               join %1$s p on p.network = m.network and p.id = m.person
               left join %1$s d on d.network = m.network and d.id = m.deputy
              where :audience = 4 or ((m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)))""".formatted(DirectoryResources.PEOPLE_SEEN);

    private static final String CRITERIA = """
            (select c.network, c.id, c.standard, c.key, c.title, c.since, p.id as person, c.review_on, c.version
               from equality.criterion c
               left join %s p on p.network = c.network and p.id = c.person)""".formatted(DirectoryResources.PEOPLE_SEEN);

    private final EqualityPermissions equality;
    private final TopicsWriting topics;
    private final ResponsibilitiesWriting responsibilities;
    private final CriteriaWriting criteria;
    private final RatingsWriting ratings;
    private final EvidenceWriting evidence;
    private final SensitisationsWriting sensitisations;
    private final ParticipationsWriting participations;

    EqualityResources(
            EqualityPermissions equality,
            TopicsWriting topics,
            ResponsibilitiesWriting responsibilities,
            CriteriaWriting criteria,
            RatingsWriting ratings,
            EvidenceWriting evidence,
            SensitisationsWriting sensitisations,
            ParticipationsWriting participations) {
        this.equality = equality;
        this.topics = topics;
        this.responsibilities = responsibilities;
        this.criteria = criteria;
        this.ratings = ratings;
        this.evidence = evidence;
        this.sensitisations = sensitisations;
        this.participations = participations;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "topics",
                        "equality.topic",
                        "equality.topic",
                        List.of(
                                text("title", 200).needed(),
                                of("since", Type.DATE).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        equality::seeCollections,
                        equality::lead,
                        topics),
                new Resource(
                        "responsibilities",
                        "equality.responsibility",
                        TERMS,
                        List.of(
                                of("topic", Type.UUID).needed(),
                                of("person", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed(),
                                of("deputy", Type.UUID),
                                of("validFrom", Type.DATE),
                                of("validTo", Type.DATE)),
                        equality::seeCollections,
                        equality::lead,
                        responsibilities),
                new Resource(
                        "criteria",
                        "equality.criterion",
                        CRITERIA,
                        List.of(
                                text("standard", 40).readOnly(),
                                text("key", 40).readOnly(),
                                text("title", 300),
                                of("since", Type.DATE).readOnly(),
                                of("person", Type.UUID),
                                of("reviewOn", Type.DATE),
                                of("version", Type.INTEGER).readOnly()),
                        equality::seeCollections,
                        equality::lead,
                        criteria),
                new Resource(
                        "ratings",
                        "equality.rating",
                        "equality.rating",
                        List.of(
                                of("criterion", Type.UUID).needed(),
                                of("level", Type.INTEGER).needed(),
                                of("ratedOn", Type.DATE)),
                        equality::seeCollections,
                        equality::lead,
                        ratings),
                new Resource(
                        "evidence",
                        "equality.evidence",
                        "equality.evidence",
                        List.of(
                                of("criterion", Type.UUID).needed(),
                                text("title", 200).needed(),
                                text("address", 500).needed(),
                                of("evidenceOn", Type.DATE)),
                        equality::seeCollections,
                        equality::lead,
                        evidence),
                new Resource(
                        "sensitisations",
                        "equality.sensitisation",
                        "equality.sensitisation",
                        List.of(
                                oneOf("kind", "TRAINING", "AGENDA_ITEM", "MAIL").needed(),
                                text("title", 200).needed(),
                                of("heldOn", Type.DATE).needed(),
                                of("version", Type.INTEGER).readOnly()),
                        equality::seeCollections,
                        equality::lead,
                        sensitisations),
                new Resource(
                        "participations",
                        "equality.participation",
                        "equality.participation",
                        List.of(
                                of("sensitisation", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed()),
                        equality::seeCollections,
                        equality::lead,
                        participations),
                new Resource(
                        "relevant-partners",
                        "equality.relevant_partner",
                        """
                        (select network, id, organisation, reason, since, version from equality.relevant_partner where relevant)""",
                        List.of(
                                of("organisation", Type.UUID).readOnly(),
                                text("reason", 300).readOnly(),
                                of("since", Type.DATE).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        equality::seeCollections,
                        nobody -> false),
                new Resource(
                        "check-answers",
                        "equality.check_answer",
                        "equality.check_answer",
                        List.of(
                                text("template", 40).readOnly(),
                                text("question", 40).readOnly(),
                                oneOf("answer", "YES", "PARTLY", "NO", "NOT_APPLICABLE")
                                        .readOnly(),
                                text("note", 1000).readOnly(),
                                text("address", 500).readOnly(),
                                of("answeredOn", Type.DATE).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        equality::seeCollections,
                        nobody -> false),
                new Resource(
                        "findings",
                        "equality.finding",
                        "equality.finding",
                        List.of(
                                text("template", 40).readOnly(),
                                text("question", 40).readOnly(),
                                of("openedOn", Type.DATE).readOnly(),
                                of("task", Type.UUID).readOnly(),
                                of("settledOn", Type.DATE).readOnly(),
                                oneOf("settledBy", "ANSWER", "TASK", "WORD").readOnly(),
                                text("outcome", 1000).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        equality::seeCollections,
                        nobody -> false));
    }
}
