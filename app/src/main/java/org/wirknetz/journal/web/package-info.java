/// Pages of the contact journal, all for the office: entries, follow-ups, whom to call, one organisation,
/// shares.
@NullMarked
package org.wirknetz.journal.web;

import org.jspecify.annotations.NullMarked;
