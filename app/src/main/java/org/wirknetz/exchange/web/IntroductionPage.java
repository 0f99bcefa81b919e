package org.wirknetz.exchange.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// The draft or what became of it.
///
/// @param recipients who speaks for the two and has an address
/// @param mails whether this server sends mails; else the text is there to be copied
public record IntroductionPage(
        Row row,
        String title,
        String sentence,
        List<Recipient> recipients,
        String path,
        boolean canSend,
        boolean mails) {

    public record Row(
            UUID id,
            UUID need,
            String needTitle,
            UUID offer,
            String offerTitle,
            String offerSort,
            String askerName,
            String helperName,
            UUID asker,
            UUID helper,
            String state,
            String subject,
            String body,
            int version) {

        public boolean draft() {
            return state.equals("DRAFT");
        }
    }

    /// Where the text is sent by hand.
    public String addresses() {
        return recipients.stream().map(Recipient::email).collect(Collectors.joining(", "));
    }

    /// What is copied into a mail of one's own.
    public String letter() {
        return row.subject() + "\n\n" + row.body();
    }

    public record Recipient(String name, String organisation, String email) {}
}
