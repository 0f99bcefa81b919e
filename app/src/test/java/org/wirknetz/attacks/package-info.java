/// What somebody would try who means harm, or who presses twice. Each attack succeeded once, or was seen refused only
/// after the defence had been taken out.
@NullMarked
package org.wirknetz.attacks;

import org.jspecify.annotations.NullMarked;
