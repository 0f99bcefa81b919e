package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// Writing to the office without an account, as people do and as somebody would who means harm.
@RoomTest
class ContactRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    PublicDirectory publicDirectory;

    private Cast.Stage stage;
    private String mailbox;

    @BeforeEach
    void an_office_that_can_be_written_to() {
        stage = cast.network();
        mailbox = UUID.randomUUID().toString().substring(0, 8) + "@koordinierungsstelle.example";
        stage.inside(() -> publicDirectory.open(PublicPart.CONTACT));
    }

    private void coordinates(Visibility visibility) {
        stage.inside(() -> {
            organisations.register(OrganisationEntry.named("Koordinierungsstelle")
                    .with(OrganisationField.EMAIL, mailbox)
                    .with(OrganisationField.PHONE, "030 23125-7")
                    .shown("name", visibility)
                    .shown("phone", visibility));
            db.sql("update directory.organisation set coordinator = true").update();
        });
    }

    private record Mail(String subject, String body, String replyTo) {}

    private List<Mail> mails() {
        return db.sql("select subject, body, reply_to from platform.mail where recipient = ?")
                .param(mailbox)
                .query(Mail.class)
                .list();
    }

    private MockHttpServletResponse write(String name, String email, String message, String... more) throws Exception {
        var form = post("/n/" + stage.slug() + "/contact")
                .with(csrf())
                .with(from("192.0.2.7"))
                .param("name", name)
                .param("email", email)
                .param("message", message);
        for (int at = 0; at < more.length; at += 2) form.param(more[at], more[at + 1]);
        return mvc.perform(form).andReturn().getResponse();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void the_page_is_closed_until_the_office_opens_it_and_shows_what_is_public() throws Exception {
        coordinates(Visibility.PUBLIC);
        var page = mvc.perform(get("/n/" + stage.slug() + "/contact"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Koordinierungsstelle", "030 23125-7", "gehen als E-Mail")
                .doesNotContain(mailbox);
        assertThat(mvc.perform(get("/n/" + stage.slug() + "/contact.vcf"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("VERSION:4.0", "FN:Koordinierungsstelle", "TEL:030 23125-7")
                .doesNotContain(mailbox);
        stage.inside(() -> publicDirectory.close(PublicPart.CONTACT));
        for (var rest : List.of("/contact", "/contact.vcf")) {
            mvc.perform(get("/n/" + stage.slug() + rest)).andExpect(status().isNotFound());
        }
        assertThat(write("Olga Petrenko", "olga@vhs.example", "Guten Tag").getStatus())
                .isEqualTo(404);
        assertThat(mails()).isEmpty();
    }

    @Test
    void a_message_becomes_one_mail_to_the_office_and_nothing_else() throws Exception {
        coordinates(Visibility.NETWORK);
        var answer = write("Olga Petrenko", "olga@vhs.example", "Guten Tag,\r\nwann beginnt der nächste Kurs?");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("Postausgang").doesNotContain(mailbox);
        var mail = mails().getFirst();
        assertThat(mails()).hasSize(1);
        assertThat(mail.replyTo()).isEqualTo("olga@vhs.example");
        assertThat(mail.subject()).doesNotContain("Olga");
        assertThat(mail.body()).contains("Olga Petrenko", "Guten Tag,\nwann beginnt der nächste Kurs?");
        assertThat(stage.<Integer>ask(any -> any.sql(
                                "select count(*) from platform.revision where coalesce(after, before)::text like '%Petrenko%'")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void without_a_mailbox_the_people_of_the_office_are_written_to() throws Exception {
        mailbox = db.sql("select email from access.account where id = ?")
                .param(stage.officeAccount().value())
                .query(String.class)
                .single();
        assertThat(write("Olga Petrenko", "olga@vhs.example", "Guten Tag").getStatus())
                .isEqualTo(200);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void nobody_smuggles_anything_into_the_mail_or_the_page() throws Exception {
        coordinates(Visibility.NETWORK);
        for (var address : List.of(
                "olga@vhs.example\r\nBcc: alle@x.example",
                "olga@vhs.example, alle@x.example",
                "Olga <olga@vhs.example>",
                "olga@vhs.example\u2028Bcc:x@x.example",
                "ölga@vhs.example",
                "\"a b\"@vhs.example",
                "a".repeat(250) + "@vhs.example",
                "")) {
            assertThat(write("Olga", address, "Guten Tag").getStatus())
                    .as(address)
                    .isEqualTo(422);
        }
        assertThat(write("Olga", "olga@vhs.example", "x".repeat(5001)).getStatus())
                .isEqualTo(422);
        assertThat(write(" \u0000\u202E ", "olga@vhs.example", "Guten Tag").getStatus())
                .isEqualTo(422);
        assertThat(write("<b>Olga</b>", "nirgends", "<script>alert(1)</script>").getContentAsString())
                .doesNotContain("<b>Olga", "<script>alert(1)");
        assertThat(mails()).isEmpty();
        assertThat(write("Olga\r\nBcc: alle@x.example", "olga@vhs.example", "{0} \u0000\uD800 100 %")
                        .getStatus())
                .isEqualTo(200);
        assertThat(mails().getFirst().body())
                .contains("Name: Olga Bcc: alle@x.example\n", "{0}  100 %")
                .doesNotContain("\r");
    }

    @Test
    void another_network_hears_nothing_of_it_and_without_the_token_nobody_does() throws Exception {
        coordinates(Visibility.NETWORK);
        var other = cast.network();
        mvc.perform(post("/n/" + other.slug() + "/contact")
                        .with(csrf())
                        .param("name", "Olga")
                        .param("email", "olga@vhs.example")
                        .param("message", "Guten Tag"))
                .andExpect(status().isNotFound());
        mvc.perform(post("/n/" + stage.slug() + "/contact")
                        .param("name", "Olga")
                        .param("email", "olga@vhs.example")
                        .param("message", "Guten Tag"))
                .andExpect(status().isForbidden());
        assertThat(mails()).isEmpty();
    }

    @Test
    void a_double_click_sends_one_mail_and_a_flood_is_stopped_with_the_words_kept() throws Exception {
        coordinates(Visibility.NETWORK);
        for (int click = 0; click < 2; click++) {
            assertThat(write("Olga", "olga@vhs.example", "Guten Tag", "_form", "einmalundniewieder")
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(mails()).hasSize(1);
        MockHttpServletResponse last = null;
        for (int flood = 0; flood < 12; flood++)
            last = write("Olga", "olga" + flood + "@vhs.example", "Nummer " + flood);
        assertThat(last).isNotNull();
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isNotNull();
        assertThat(last.getContentAsString()).contains("Nummer 11");
        assertThat(mails()).hasSizeBetween(5, 7);
    }
}
