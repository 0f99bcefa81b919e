/// What may be published of counts and amounts so that nobody can be recognised, as official statistics do it.
@NullMarked
package org.wirknetz.analysis.disclosure;

import org.jspecify.annotations.NullMarked;
