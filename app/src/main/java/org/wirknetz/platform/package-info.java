/// What every room stands on: ids, facts, refusals, tenancy, the keeping of changes, pages, words, clock, database.
///
/// It knows nothing of partners or meetings. Whoever needs a word of the field here is in the wrong room.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package org.wirknetz.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
