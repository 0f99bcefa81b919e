/// Where to draw the nodes of a network, the same every time and near where they were before.
@NullMarked
package org.wirknetz.analysis.layout;

import org.jspecify.annotations.NullMarked;
