package org.wirknetz.networkcheck;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.wirknetz.demo.DemoNetwork;

/// The demo as the network check reads it, without a database. Agreements and products, which the check adds to the
/// ties, are not in it.
public final class DemoChronicle {

    private DemoChronicle() {}

    public static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    public static Chronicle of(DemoNetwork demo) {
        var members = demo.organisations().stream()
                .map(one -> new Member(
                        id(one.key()),
                        one.key(),
                        one.key(),
                        one.key(),
                        "",
                        java.util.List.of(),
                        "",
                        one.key().equals(demo.coordinator()),
                        demo.memberships().stream()
                                .filter(it -> it.organisation().equals(one.key()))
                                .filter(it -> it.status() == DemoNetwork.Status.ACTIVE
                                        || it.status() == DemoNetwork.Status.DORMANT)
                                .map(it -> new Member.Stay(
                                        it.term().from(), it.term().to()))
                                .toList()))
                .toList();
        return new Chronicle(
                1,
                members,
                demo.ties().stream()
                        .map(it -> new TieRecord(
                                it.id(),
                                id(it.from()),
                                id(it.to()),
                                it.kind(),
                                it.strength(),
                                it.mutual(),
                                null,
                                "DECLARED",
                                it.term().from(),
                                it.term().to(),
                                true))
                        .toList(),
                java.util.List.of(),
                java.util.List.of());
    }
}
