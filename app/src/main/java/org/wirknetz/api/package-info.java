/// The REST API `/api/v1`: every record a page can list or change, as a resource. Outward face; known by none.
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "platform",
            "access",
            "directory",
            "agreements",
            "exchange",
            "networkcheck",
            "networkcheck :: alarms",
            "networkcheck :: fair",
            "networkcheck :: map",
            "products",
            "groups",
            "tasks",
            "meetings",
            "rounds",
            "equality",
            "surveys",
            "reports",
            "newsletter"
        })
@NullMarked
package org.wirknetz.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
