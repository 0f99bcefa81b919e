/// What the network may want to talk about, said by a rule before anybody has to look for it (German:
/// *Gesprächsanlass*). Each alarm names its rule, its numbers, its period and its evidence, and what would switch it
/// off;
/// the coordination office answers, and the answers tune the rules.
@NamedInterface("alarms")
@NullMarked
package org.wirknetz.networkcheck.alarms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
