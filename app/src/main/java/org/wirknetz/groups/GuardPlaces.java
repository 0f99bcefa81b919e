package org.wirknetz.groups;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.PersonReaddressed;
import org.wirknetz.platform.Refused;

/// An account acts for the person whose card has its address. Who maintains a partner's cards could so take over a
/// place that was given to a colleague in person: the address of a lead, a deputy or a guest is changed by themselves
/// or by the office.
@Component
class GuardPlaces {

    private final JdbcClient db;

    GuardPlaces(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(PersonReaddressed moved) {
        var bound = db.sql("select groups.bound_by_address(?, cast(? as text))")
                .param(moved.person().value())
                .param(moved.was())
                .query(Boolean.class)
                .single();
        if (bound) throw new Refused("groups.address-bound", moved.name());
    }
}
