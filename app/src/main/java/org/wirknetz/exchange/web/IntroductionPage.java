package org.wirknetz.exchange.web;

import java.util.List;
import java.util.UUID;

/// The draft or what became of it.
///
/// @param recipients who speaks for the two and has an address
public record IntroductionPage(
        Row row, String title, String sentence, List<Recipient> recipients, String path, boolean canSend) {

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

    public record Recipient(String name, String organisation, String email) {}
}
