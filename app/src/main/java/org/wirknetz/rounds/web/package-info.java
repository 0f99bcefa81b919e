/// Pages of question rounds: the list, one round, its board, its dots, what comes of it, and the door for
/// guests.
@NullMarked
package org.wirknetz.rounds.web;

import org.jspecify.annotations.NullMarked;
