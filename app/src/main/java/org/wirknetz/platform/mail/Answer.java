package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// What became of one mail at the relay.
sealed interface Answer {

    /// The relay has it.
    record Taken() implements Answer {}

    /// 5xx about this mail or its recipient: trying again would be pestering.
    record Never(String said) implements Answer {}

    /// 4xx, or no relay at all.
    ///
    /// @param away the relay does not talk to us: no use in trying the next mail right now
    /// @param slower it is too much for the recipient's host
    record NotNow(String said, boolean away, boolean slower) implements Answer {}

    /// 5xx that speak of us, not of the recipient: not signed in, or not in this order.
    Set<Integer> ABOUT_US = Set.of(500, 502, 503, 530, 534, 535, 538);

    Pattern TOO_MUCH =
            Pattern.compile("\\b4\\.7\\.|too many|rate|throttl|slow down|try .*less", Pattern.CASE_INSENSITIVE);

    static Answer of(MessagingException failed) {
        var chain = causes(failed);
        var said = said(chain.getLast());
        for (var link : chain) {
            int code = switch (link) {
                case SMTPAddressFailedException recipient -> recipient.getReturnCode();
                case SMTPSendFailedException mail -> mail.getReturnCode();
                default -> 0;
            };
            if (code >= 500 && !ABOUT_US.contains(code)) return new Never(said(link));
            if (code >= 400 && code < 500)
                return new NotNow(
                        said(link),
                        false,
                        code == 421 || TOO_MUCH.matcher(said(link)).find());
        }
        return new NotNow(said, true, false);
    }

    private static List<Throwable> causes(MessagingException failed) {
        var found = new ArrayList<Throwable>();
        found.add(failed);
        for (int i = 0; i < found.size() && found.size() < 20; i++) {
            var one = found.get(i);
            if (one instanceof MessagingException mail && mail.getNextException() != null) {
                found.add(mail.getNextException());
            } else if (one.getCause() != null) {
                found.add(one.getCause());
            }
        }
        return found;
    }

    private static String said(Throwable link) {
        var text = (link.getClass().getSimpleName() + ": " + link.getMessage())
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    /// For people: without the name of the class before it.
    static String plain(String said) {
        return said.toLowerCase(Locale.ROOT).startsWith("smtp") && said.contains(": ")
                ? said.substring(said.indexOf(": ") + 2)
                : said;
    }
}
