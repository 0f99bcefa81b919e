package org.wirknetz.directory;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.OfficeAddresses;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// What somebody without an account writes to the office: a mail that the office answers as any other (C21.0). Nothing
/// of it is kept but in the outbox, and there only until it is delivered.
///
/// To be called in the scope of the network without a person: whoever writes may not see whom it goes to.
@Component
@Transactional
public class LettersToTheOffice {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_MESSAGE = 5000;

    /// One letter is not meant for more than a handful.
    private static final int MOST_RECIPIENTS = 10;

    private final JdbcClient db;
    private final OfficeAddresses offices;
    private final Mails mails;
    private final Words words;

    LettersToTheOffice(JdbcClient db, OfficeAddresses offices, Mails mails, Words words) {
        this.db = db;
        this.offices = offices;
        this.mails = mails;
        this.words = words;
    }

    /// @param from the address an answer goes to; nobody has proved that it is theirs
    public record Message(String name, String from, String text) {}

    private record Network(String name, String locale) {}

    /// @throws Refused when there is no address of the office to send it to
    public void send(Message message) {
        var recipients = recipients();
        if (recipients.isEmpty()) throw new Refused("directory.contact.nobody");
        var network = db.sql("select name, locale from access.network_card where id = platform.network()")
                .query(Network.class)
                .single();
        var language = Locale.forLanguageTag(network.locale());
        var subject = words.say(language, "directory.contact.mail.subject", network.name());
        var text = words.say(
                language,
                "directory.contact.mail",
                network.name(),
                PlainText.line(message.name()),
                message.from(),
                PlainText.of(message.text()));
        for (var to : recipients) mails.send(to, subject, text, message.from());
    }

    /// The mailbox of the coordinating organisation; where there is none, those who sit in the office.
    private List<String> recipients() {
        var mailboxes = db.sql("""
                        select distinct email from directory.organisation
                         where network = platform.network() and coordinator and email is not null order by email
                        """).query(String.class).list().stream()
                .filter(Mails::takes)
                .toList();
        var found = mailboxes.isEmpty() ? offices.ofTheNetwork() : mailboxes;
        return found.stream().filter(Mails::takes).limit(MOST_RECIPIENTS).toList();
    }
}
