package org.wirknetz.directory.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.LettersToTheOffice;
import org.wirknetz.directory.PlainText;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Problem;

/// What somebody typed into the form to the office, kept as typed, and the holes in it.
public record ContactForm(String name, String email, String message, List<Problem> problems) {

    /// No mail address is longer (RFC 5321).
    public static final int LONGEST_ADDRESS = 254;

    static ContactForm of(String name, String email, String message, Desk desk) {
        var problems = new ArrayList<Problem>();
        hole(
                problems,
                "name",
                PlainText.line(name),
                LettersToTheOffice.LONGEST_NAME,
                "directory.contact.name.missing",
                desk);
        if (email.strip().length() > LONGEST_ADDRESS || !Mails.answers(email.strip()))
            problems.add(new Problem("email", desk.say("directory.contact.email.wrong")));
        hole(
                problems,
                "message",
                PlainText.of(message),
                LettersToTheOffice.LONGEST_MESSAGE,
                "directory.contact.message.missing",
                desk);
        return new ContactForm(
                cut(name, 2 * LettersToTheOffice.LONGEST_NAME),
                cut(email, 2 * LONGEST_ADDRESS),
                cut(message, 4 * LettersToTheOffice.LONGEST_MESSAGE),
                problems);
    }

    private static void hole(List<Problem> problems, String field, String text, int most, String missing, Desk desk) {
        if (text.isEmpty()) problems.add(new Problem(field, desk.say(missing)));
        else if (text.length() > most) problems.add(new Problem(field, desk.say("directory.field.too-long", most)));
    }

    /// What is far too long is not sent back whole.
    private static String cut(String typed, int most) {
        return typed.length() > most ? typed.substring(0, most) : typed;
    }

    static ContactForm blank() {
        return new ContactForm("", "", "", List.of());
    }

    ContactForm with(String sentence) {
        return new ContactForm(name, email, message, List.of(new Problem("message", sentence)));
    }

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    LettersToTheOffice.Message letter() {
        return new LettersToTheOffice.Message(name, email.strip(), message);
    }
}
