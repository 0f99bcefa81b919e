package org.wirknetz.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// The Volkshochschule was invited to a thousand meetings. What it may see is asked once a question.
@RoomTest
class ManyMeetingsTests {

    private static final Pattern PAGES_OF_MEMORY = Pattern.compile("shared hit=(\\d+)");

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Test
    void a_partner_with_a_thousand_meetings_reads_little_to_see_them() {
        var stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school);
        stage.inside(() -> db.sql("""
                        insert into meetings.meeting (network, title, kind, circle, state, starts_at, ends_at)
                        select platform.network(), 'Treffen ' || n, 'WORKSHOP', 'GROUP', 'INVITED', now() + n * interval '1 hour',
                               now() + (n + 1) * interval '1 hour' from generate_series(1, 1000) n
                        """).update());
        stage.inside(() -> db.sql("""
                        insert into meetings.invitation (network, meeting, organisation, name, email)
                        select m.network, m.id, ?, 'Olga Petrenko', 'olga@volkshochschule.example' from meetings.meeting m
                        """).param(school).update());
        stage.as(olga, it -> {
            assertThat(it.sql("select count(*) from meetings.meeting")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1000);
            var plan = String.join(
                    "\n",
                    it.sql("explain (analyze, buffers) select count(*) from meetings.meeting")
                            .query(String.class)
                            .list());
            var read = PAGES_OF_MEMORY.matcher(plan);
            assertThat(read.find()).isTrue();
            assertThat(Integer.parseInt(read.group(1))).as(plan).isLessThan(1500);
            return null;
        });
    }
}
