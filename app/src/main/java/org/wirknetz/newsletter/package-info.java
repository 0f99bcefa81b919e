/// Newsletters and circulars (German: *Newsletter und Rundschreiben*): what the network says to those who
/// asked for it, and to those who work in it. Every mail says why it came and how to end it; nobody is
/// watched reading.
@ApplicationModule(
        displayName = "Newsletters and circulars",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
