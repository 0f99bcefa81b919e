/// Measures the measures: a seeded generator of networks, and a run beside other programs.
@NullMarked
package org.wirknetz.analysis.bench;

import org.jspecify.annotations.NullMarked;
