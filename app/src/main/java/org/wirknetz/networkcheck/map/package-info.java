/// What a map shows of the network (German: *Netzwerkkarte*): which ties, on which day, what has
/// changed since another day, who is near to whom, and which parts hold together by few ties. Without
/// any drawing.
@NamedInterface("map")
@NullMarked
package org.wirknetz.networkcheck.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
