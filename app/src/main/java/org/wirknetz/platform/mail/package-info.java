/// Mails: said in the transaction of their cause, kept in the database, delivered behind the scenes.
@NullMarked
package org.wirknetz.platform.mail;

import org.jspecify.annotations.NullMarked;
