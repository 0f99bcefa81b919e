package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Topics;
import org.wirknetz.platform.Forbidden;

/// Who answers for a topic, by call. What a call changes is the deputy and the end; somebody else is a new one.
@Component
class ResponsibilitiesWriting implements Writing {

    private final Topics topics;
    private final EqualityPermissions may;

    ResponsibilitiesWriting(Topics topics, EqualityPermissions may) {
        this.topics = topics;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var sent = new Sent(values);
        return topics.entrust(
                Objects.requireNonNull(sent.id("topic", null)),
                new Topics.Answering(
                        Objects.requireNonNull(sent.id("person", null)),
                        Objects.requireNonNull(sent.id("organisation", null)),
                        sent.id("deputy", null),
                        sent.day("validFrom", null),
                        sent.day("validTo", null)));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var fixed = values.keySet().stream()
                .filter(it -> !it.equals("deputy") && !it.equals("validTo"))
                .findFirst();
        if (fixed.isPresent()) throw new Invalid(422, fixed.get(), "api.responsibility.fixed");
        var sent = new Sent(values);
        var known = topics.asItIs(id);
        if (values.containsKey("deputy")) topics.standIn(id, known.deputy(), sent.id("deputy", null));
        if (!values.containsKey("validTo")) return;
        var end = sent.day("validTo", null);
        if (end == null) topics.reopen(id, known.to());
        else topics.end(id, known.to(), end);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        topics.withdraw(id);
    }
}
