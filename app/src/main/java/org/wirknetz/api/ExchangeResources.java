package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.exchange.ExchangePermissions;

/// Give and take; the database shows each pair its own.
@Component
class ExchangeResources implements RoomResources {

    private final ExchangePermissions exchange;

    ExchangeResources(ExchangePermissions exchange) {
        this.exchange = exchange;
    }

    @Override
    public List<Resource> resources() {
        return List.of(new Resource(
                "contributions",
                "exchange.contribution",
                "exchange.contribution",
                List.of(
                        of("giver", Type.UUID).needed(),
                        of("receiver", Type.UUID).needed(),
                        text("kind", 200),
                        of("effort", Type.NUMBER),
                        of("hours", Type.NUMBER),
                        of("requested", Type.BOOLEAN),
                        of("gift", Type.BOOLEAN),
                        of("givenOn", Type.DATE),
                        of("noReturn", Type.BOOLEAN).readOnly(),
                        text("state", 20).readOnly(),
                        of("version", Type.INTEGER).readOnly()),
                exchange::seeContributions,
                exchange::seeContributions));
    }
}
