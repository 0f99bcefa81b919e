package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.KeptDocument;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Files for a meeting or one item of its agenda. A file of a name that is there already takes its place.
@Component
@Transactional
public class Papers {

    private static final int PART = 1 << 20;
    private static final int MOST = 30;

    private final JdbcClient db;
    private final Clock clock;

    Papers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param item of the agenda it belongs to; null for the meeting as a whole
    /// @throws Refused with more files than anybody reads
    public UUID add(MeetingId meeting, @Nullable UUID item, Document document) {
        if (db.sql("select id from meetings.meeting where id = ? for update")
                .param(meeting.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
        db.sql("delete from meetings.document where meeting = ? and name = ?")
                .params(meeting.value(), document.name())
                .update();
        int papers = db.sql("select count(*) from meetings.document where meeting = ?")
                .param(meeting.value())
                .query(Integer.class)
                .single();
        if (papers >= MOST) throw new Refused("meetings.paper.many", MOST);
        var id = UUID.randomUUID();
        db.sql("""
                        insert into meetings.document (network, id, meeting, agenda_item, name, media_type, size, sha256, uploaded_by,
                               uploaded_at)
                        values (platform.network(), :id, :meeting,
                                (select i.id from meetings.agenda_item i where i.id = :item and i.meeting = :meeting),
                                :name, :type, :size, :sha256, :account, :now)
                        """)
                .param("id", id)
                .param("meeting", meeting.value())
                .param("item", item, Types.OTHER)
                .param("name", document.name())
                .param("type", document.mediaType())
                .param("size", document.bytes().length)
                .param("sha256", document.sha256())
                .param(
                        "account",
                        Scope.current().account().map(AccountId::value).orElse(null),
                        Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        for (int at = 0; at < document.bytes().length; at += PART) {
            db.sql("""
                            insert into meetings.document_part (network, meeting, document, position, content)
                            values (platform.network(), ?, ?, ?, ?)
                            """)
                    .params(
                            meeting.value(),
                            id,
                            at / PART,
                            Arrays.copyOfRange(document.bytes(), at, Math.min(document.bytes().length, at + PART)))
                    .update();
        }
        return id;
    }

    public void remove(MeetingId meeting, UUID paper) {
        int rows = db.sql("delete from meetings.document where id = ? and meeting = ?")
                .params(paper, meeting.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    private record Head(String name, String mediaType, long size) {}

    /// @throws NotFound also where it belongs to another meeting
    @Transactional(readOnly = true)
    public KeptDocument read(MeetingId meeting, UUID paper) {
        var head = db.sql("select name, media_type, size from meetings.document where id = ? and meeting = ?")
                .params(paper, meeting.value())
                .query(Head.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new KeptDocument(head.name(), head.mediaType(), head.size(), place -> part(paper, place));
    }

    private Optional<byte[]> part(UUID paper, int place) {
        return db.sql("select content from meetings.document_part where document = ? and position = ?")
                .params(paper, place)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }
}
