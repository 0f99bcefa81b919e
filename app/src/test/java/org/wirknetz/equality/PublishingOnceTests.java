package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.wirknetz.RoomTest;

/// Publishing happens whole and once, whatever happens to it.
@RoomTest
class PublishingOnceTests extends CountingRoom {

    private static final String FORM = "0123456789abcdefpub";
    private static final List<String> WORKED =
            List.of("Steuerungskreis • • 14", "AG Finanzierung • • 10", "AG Module 7 6 13", "Alle zusammen 14 23 37");

    @Autowired
    Environment environment;

    private MockHttpServletResponse publish(String collection, String form) throws Exception {
        return mvc.perform(write(collection + "/release", stage.office()).param("_form", form))
                .andReturn()
                .getResponse();
    }

    private String closed() throws Exception {
        var collection = bodies("2026-06-30", 5, 9, 2, 8, 7, 6);
        redirected(write(collection + "/closing", stage.office()));
        return collection;
    }

    /// The connection is cut between two numbers of the table, as it is when the program is killed.
    @Test
    void what_breaks_in_the_middle_publishes_nothing_and_can_be_sent_again() throws Exception {
        var collection = closed();
        asOwner("create function public.cut() returns trigger language plpgsql security definer as"
                + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$");
        asOwner("create trigger cut before insert on equality.cell for each row when (new.network = '"
                + stage.network().value() + "' and new.position = 3) execute function public.cut()");
        try {
            assertThat(broken(collection)).isTrue();
        } finally {
            asOwner("drop trigger cut on equality.cell");
            asOwner("drop function public.cut()");
        }
        assertThat(stage.<Integer>ask(db -> db.sql("""
                        select (select count(*) from equality.release) + (select count(*) from equality.cell)
                             + (select count(*) from equality.verdict)
                        """).query(Integer.class).single()))
                .isZero();
        var release = publish(collection, FORM);
        assertThat(release.getStatus()).isEqualTo(302);
        assertThat(rows(text(String.valueOf(release.getRedirectedUrl())))).isEqualTo(WORKED);
    }

    private boolean broken(String collection) {
        try {
            return publish(collection, FORM).getStatus() >= 500;
        } catch (Exception cut) {
            return true;
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("wirknetz.db.url"),
                        environment.getRequiredProperty("wirknetz.db.user"),
                        environment.getRequiredProperty("wirknetz.db.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_double_click_publishes_once_and_so_do_two_windows() throws Exception {
        var collection = closed();
        var answers = together(() -> publish(collection, FORM), () -> publish(collection, FORM));
        assertThat(answers).allSatisfy(it -> assertThat(it.getStatus()).isEqualTo(302));
        assertThat(answers.getFirst().getRedirectedUrl())
                .isNotNull()
                .isEqualTo(answers.getLast().getRedirectedUrl());
        var other = bodies("2026-09-30", 15, 19, 12, 18, 17, 16);
        redirected(write(other + "/closing", stage.office()));
        assertThat(together(() -> publish(other, FORM + "1"), () -> publish(other, FORM + "2")))
                .extracting(MockHttpServletResponse::getStatus)
                .containsExactlyInAnyOrder(302, 409);
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from equality.release")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... works) throws Exception {
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var answers = new java.util.ArrayList<T>();
            for (var answer : threads.invokeAll(List.of(works))) answers.add(answer.get());
            return answers;
        }
    }
}
