package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.AnswerTimes;
import org.wirknetz.networkcheck.Continuity;
import org.wirknetz.networkcheck.Contributed;
import org.wirknetz.networkcheck.Fluctuation;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.Mainstreaming;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Regularity;
import org.wirknetz.networkcheck.Silence;
import org.wirknetz.networkcheck.Staying;
import org.wirknetz.networkcheck.Steering;
import org.wirknetz.networkcheck.Voice;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.networkcheck.fair.Attention;
import org.wirknetz.networkcheck.fair.Felt;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.networkcheck.fair.Motions;
import org.wirknetz.networkcheck.web.CheckPage.Block;

/// The measures of each chapter, as far as the reader may see them.
@Component
class ChapterBlocks {

    private final JdbcClient db;
    private final Works works;
    private final Contributed contributed;
    private final Funds funds;
    private final Interests interests;
    private final NetworkcheckPermissions may;

    ChapterBlocks(
            JdbcClient db,
            Works works,
            Contributed contributed,
            Funds funds,
            Interests interests,
            NetworkcheckPermissions may) {
        this.db = db;
        this.works = works;
        this.contributed = contributed;
        this.funds = funds;
        this.interests = interests;
        this.may = may;
    }

    List<Block> of(Chapter chapter, Telling telling, Visitor visitor) {
        return switch (chapter) {
            case STANDARDS -> standards(telling);
            case SHAPING -> shaping(telling, visitor);
            case SUSTAINING -> sustaining(telling, visitor);
            case QUESTIONS -> questions(telling, visitor);
        };
    }

    private List<Block> standards(Telling telling) {
        var there = new WhoIsThere(telling);
        boolean agreed = !telling.chronicle().targetsOn(day(telling)).isEmpty();
        var blocks = new ArrayList<Block>();
        if (agreed) {
            blocks.add(there.completeness());
            blocks.add(there.involved(works.current()));
        } else {
            blocks.add(there.nothingAgreed());
        }
        if (telling.found().organisations() > 0) {
            blocks.add(new HowMixed(telling).mixture());
            blocks.add(new HowMixed(telling).mainstreaming(Mainstreaming.of(db, day(telling))));
        }
        return List.copyOf(blocks);
    }

    private List<Block> shaping(Telling telling, Visitor visitor) {
        var blocks = new ArrayList<Block>();
        var connected = new HowConnected(telling);
        var hangs = new WhatItHangsOn(telling);
        var people = people(telling, visitor);
        var meetings = meetings(telling, visitor);
        var neutral = new HowNeutral(telling);
        blocks.add(meetings.equality());
        blocks.add(connected.ways());
        if (may.seeRisks(visitor))
            blocks.add(new HowQuickly(telling, AnswerTimes.of(db, day(telling)), members(telling)).block());
        blocks.add(new HowFirm(telling, may.seeRisks(visitor)).formality());
        blocks.add(new HowSure(telling).words());
        blocks.add(new WhatComesBack(
                        telling,
                        contributed.reciprocity(day(telling), telling.found().snapshot()))
                .reciprocity());
        blocks.add(connected.cohesion());
        blocks.add(new WhoStandsTogether(telling).circles());
        // Found out with the history: a glance at all chapters does without.
        var indispensable = telling.followed().indispensable();
        if (indispensable.isPresent()) blocks.add(new WhoIsClosed(telling).namedGroups());
        blocks.add(hangs.cutPoints());
        indispensable.ifPresent(it -> blocks.add(hangs.keyPlayers(it)));
        blocks.add(hangs.bridges());
        blocks.add(new HowItChanges(telling, Fluctuation.of(telling.chronicle(), day(telling))).fluctuation());
        blocks.add(new HowLongTheyStay(telling, Staying.of(telling.chronicle(), day(telling))).tenure());
        blocks.add(people.reach());
        blocks.add(people.functions());
        if (may.seeRisks(visitor)) {
            blocks.add(HowHandedOver.of(telling, db, members(telling), day(telling))
                    .block(day(telling)));
        }
        blocks.add(people.threads());
        blocks.add(meetings.rhythm());
        blocks.add(meetings.quietPartners());
        if (may.seeRisks(visitor)) {
            blocks.add(neutral.attention(Attention.of(db, telling.found().snapshot(), null)));
            blocks.add(HowFair.of(telling, db, members(telling), day(telling)).block());
            blocks.add(neutral.motions(Motions.of(db, telling.found().snapshot())));
            blocks.add(HowFar.of(telling, db, day(telling)).block());
        }
        blocks.add(neutral.felt(Felt.of(db, day(telling))));
        blocks.add(new WhatIsLaidOpen(telling, interests.all()).interests());
        if (may.seeFunding(visitor)) {
            var lines = funds.all();
            blocks.add(new HowFunded(telling, Livelihood.of(lines, day(telling)), lines).block());
        }
        return List.copyOf(blocks);
    }

    private List<Block> sustaining(Telling telling, Visitor visitor) {
        var central = new HowCentral(telling).decentralisation();
        var anchoring = Anchoring.of(telling.found().snapshot(), works.current(), day(telling));
        return List.of(
                central,
                meetings(telling, visitor).carried(),
                new HowFirm(telling, may.seeRisks(visitor)).anchoring(anchoring));
    }

    private List<Block> questions(Telling telling, Visitor visitor) {
        var asked = new WhatToAsk(telling, visitor.isOffice());
        var silence = Silence.of(works.current(), members(telling).values(), day(telling));
        return List.of(asked.arguments(), asked.hardToReach(db, silence), asked.portfolio(db), asked.conditions());
    }

    private static LocalDate day(Telling telling) {
        return telling.found().snapshot().asOf();
    }

    private static Map<UUID, Member> members(Telling telling) {
        return telling.found().snapshot().byId();
    }

    private FromPeople people(Telling telling, Visitor visitor) {
        var work = works.current();
        var members = members(telling);
        return new FromPeople(
                telling,
                Acquaintances.of(work, members.keySet(), day(telling)),
                Continuity.of(work, day(telling)),
                members,
                may.seeRisks(visitor) ? names() : Map.of(),
                db.sql("select groups.own_people()").query(UUID.class).list());
    }

    private FromMeetings meetings(Telling telling, Visitor visitor) {
        var work = works.current();
        var members = members(telling);
        var day = day(telling);
        var offices = members.values().stream()
                .filter(Member::coordinator)
                .map(Member::id)
                .collect(Collectors.toSet());
        return new FromMeetings(
                telling,
                Regularity.of(work, day),
                Silence.of(work, members.values(), day),
                Voice.of(work, members.values(), day),
                Steering.of(work, offices, day),
                members,
                may.seeRisks(visitor));
    }

    private Map<UUID, String> names() {
        return db
                .sql("select id, name from directory.person_card where network = platform.network()")
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
