package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.meetings.Land;
import org.wirknetz.meetings.MeetingsPermissions;

/// Series of meetings. Their dates are meetings of their own.
@Component
class SeriesResources implements RoomResources {

    private static final String SERIES = """
            (select s.network, s.id, s.title, s.kind, s.circle, s.group_id, s.rhythm, s.every, s.nth, s.first_on, s.last_on,
                    to_char(s.begins_at, 'HH24:MI') as begins_at, s.minutes, s.land, s.venue, s.online_link, s.capacity,
                    (select coalesce(jsonb_agg(h.organisation order by h.position), '[]') from meetings.series_host h
                      where h.network = s.network and h.series = s.id) as hosts,
                    (select string_agg(t.title, chr(10) order by t.position) from meetings.series_topic t
                      where t.network = s.network and t.series = s.id) as topics,
                    case when s.cancelled_at is null then 'PLANNED' else 'CANCELLED' end as state, s.reason, s.version
               from meetings.series s)""";

    private final MeetingsPermissions meetings;
    private final SeriesWriting writing;

    SeriesResources(MeetingsPermissions meetings, SeriesWriting writing) {
        this.meetings = meetings;
        this.writing = writing;
    }

    @Override
    public List<Resource> resources() {
        return List.of(new Resource(
                "series",
                "meetings.series",
                SERIES,
                List.of(
                        text("title", 200).needed(),
                        oneOf("kind", "STEERING", "PLENARY", "GROUP", "WORKSHOP", "TALK")
                                .needed(),
                        oneOf("circle", "GROUP", "NETWORK"),
                        of("groupId", Type.UUID),
                        oneOf("rhythm", "WEEKS", "MONTHDAY", "WEEKDAY").needed(),
                        of("every", Type.INTEGER).needed(),
                        of("nth", Type.INTEGER),
                        of("firstOn", Type.DATE).needed(),
                        of("lastOn", Type.DATE).needed(),
                        text("beginsAt", 5).needed(),
                        of("minutes", Type.INTEGER).needed(),
                        oneOf(
                                "land",
                                Arrays.stream(Land.values()).map(Enum::name).toArray(String[]::new)),
                        of("venue", Type.UUID),
                        text("onlineLink", 500),
                        of("capacity", Type.INTEGER),
                        of("hosts", Type.UUIDS),
                        text("topics", 20_000),
                        oneOf("state", "PLANNED", "CANCELLED"),
                        text("reason", 1_000),
                        of("version", Type.INTEGER).readOnly()),
                meetings::see,
                meetings::see,
                writing));
    }
}
