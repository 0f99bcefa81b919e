/// Network measures: graphs, what can be said about them, and how sure one may be.
///
/// No Spring, no database, no static state. Every algorithm stands behind one class that names the question it
/// answers and cites where its formula comes from.
@NullMarked
package org.wirknetz.analysis;

import org.jspecify.annotations.NullMarked;
