package org.wirknetz.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Visitor;

/// How a call writes where a room has rules of its own: through the verbs of the room, never past them into its tables.
///
/// Values are by field name, as [Bodies] has read them; what was not sent is not there. Each method asks the
/// permissions
/// of the room for this one record.
interface Writing {

    UUID create(Visitor visitor, Map<String, @Nullable Object> values);

    void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values);

    void remove(Visitor visitor, UUID id);
}
