package org.wirknetz.access;

import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Tells the owner of an account by mail that a way into it was added or taken away: whoever did it may have been
/// somebody else.
@Component
public class AccountNotices {

    private final Accounts accounts;
    private final Mails mails;
    private final Words words;

    AccountNotices(Accounts accounts, Mails mails, Words words) {
        this.accounts = accounts;
        this.mails = mails;
        this.words = words;
    }

    /// @param what `passkey`, `passkey-removed`, `token`, `second-on` or `second-off`
    public void tell(AccountId account, String what) {
        var card = accounts.require(account);
        var sentence = words.say(card.language(), "access.mail.notice." + what);
        mails.send(
                card.email(),
                words.say(card.language(), "access.mail.notice.subject"),
                words.say(card.language(), "access.mail.notice.text", card.name(), sentence));
    }
}
