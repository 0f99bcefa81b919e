/// Pages of meetings: the list, one meeting, its agenda and invitations, series, venues, and the page of those who
/// answer.
@NullMarked
package org.wirknetz.meetings.web;

import org.jspecify.annotations.NullMarked;
