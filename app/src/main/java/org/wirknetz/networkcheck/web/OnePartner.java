package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;

/// One organisation as a network of its own, for pages that tell its own figures to it and to the office.
@Component
class OnePartner {

    private final JdbcClient db;
    private final Chronicles chronicles;

    OnePartner(JdbcClient db, Chronicles chronicles) {
        this.db = db;
        this.chronicles = chronicles;
    }

    /// @param belongs whether it is a partner on the day
    record Alone(Member member, boolean belongs, Snapshot snapshot) {}

    /// The visitor's own organisation, where such a page stands for all partners only before the office.
    ///
    /// @throws Forbidden when no seat of theirs may see one
    static UUID own(Visitor visitor, BiPredicate<Visitor, UUID> may) {
        return visitor.seats().stream()
                .map(Visitor.Seat::organisation)
                .filter(Objects::nonNull)
                .filter(it -> may.test(visitor, it))
                .findFirst()
                .orElseThrow(Forbidden::new);
    }

    /// @throws NotFound also where it is not for the visitor in scope
    Alone of(UUID organisation, LocalDate day) {
        var whole = chronicles.current().asOf(day);
        var member = whole.byId().get(organisation);
        boolean belongs = member != null && !member.coordinator();
        var name = db.sql("select name from directory.organisation_card where network = platform.network() and id = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        var alone = new Member(organisation, "", name, name, "", List.of(), "", false, List.of());
        return new Alone(alone, belongs, new Snapshot(day, List.of(alone), whole.ties()));
    }
}
