package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Words;

@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class FirstRunTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Words words;

    @Autowired
    JdbcClient db;

    @Test
    void a_server_without_an_operator_says_how_to_make_one(CapturedOutput said) {
        db.sql("update access.account set operator = false where operator").update();
        new FirstRun(accounts, words, false, 8080).ready();
        assertThat(said.getOut()).contains("./wirknetz user create --operator");
    }

    @Test
    void with_an_operator_in_the_demo_or_at_the_console_it_is_silent(CapturedOutput said) {
        var before = said.getOut(); // the program itself has started, too
        new FirstRun(accounts, words, true, 8080).ready();
        new FirstRun(accounts, words, false, -1).ready();
        accounts.open(UUID.randomUUID() + "@host.example", "Kim Vogt", null, Locale.GERMAN, true);
        new FirstRun(accounts, words, false, 8080).ready();
        assertThat(said.getOut()).isEqualTo(before);
    }
}
