/// Finds who could help whom in German words: stems, compounds, the network's own thesaurus; and says why.
///
/// It knows texts and listings and nothing of pages.
@NamedInterface("matching")
@NullMarked
package org.wirknetz.exchange.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
