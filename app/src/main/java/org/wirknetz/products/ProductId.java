package org.wirknetz.products;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A joint product or service.
public record ProductId(UUID value) implements Id {

    public static ProductId fresh() {
        return new ProductId(UUID.randomUUID());
    }
}
