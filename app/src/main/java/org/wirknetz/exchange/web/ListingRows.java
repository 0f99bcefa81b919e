package org.wirknetz.exchange.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.exchange.Sort;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;

/// Needs, offers and interests as pages show them; whose they may be, the table's own policy says.
public final class ListingRows {

    private ListingRows() {}

    public record Row(
            UUID id,
            UUID organisation,
            String organisationName,
            String sort,
            String title,
            String details,
            String topics,
            @Nullable BigDecimal amount,
            String unit,
            @Nullable UUID area,
            @Nullable String areaName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String visibility,
            String stance,
            int version) {

        public Sort as() {
            return Sort.valueOf(sort);
        }

        public boolean over(LocalDate today) {
            return validTo != null && !validTo.isAfter(today);
        }
    }

    /// @param standing `now` (open today or later) or `past`
    record Question(
            List<String> sorts,
            String q,
            String standing,
            @Nullable UUID organisation,
            LocalDate today,
            int page) {
        static final int SIZE = 50;
    }

    record Answer(List<Row> rows, long total) {}

    private static final String FROM = """
              from exchange.listing l
              join directory.organisation_card o on o.network = l.network and o.id = l.organisation
              left join directory.area_card a on a.network = l.network and a.id = l.area
             where l.network = :network
            """;

    private static final String SELECT = """
            select l.id, l.organisation, o.name as organisation_name, l.sort, l.title, l.details, l.topics, l.amount, l.unit, l.area,
                   a.name as area_name, l.valid_from, l.valid_to, l.visibility, l.stance, l.version
            """ + FROM;

    static Answer page(JdbcClient db, Question question) {
        var where = """
                 and l.sort in (:sorts)
                 and (:q = '' or platform.fold(concat_ws(' ', l.title, l.topics, l.details, o.name)) like '%' || platform.fold(:q) || '%')
                 and (case when :standing = 'past' then l.valid_to <= :today else l.valid_to is null or l.valid_to > :today end)
                 and (cast(:organisation as uuid) is null or l.organisation = :organisation)
                """;
        var rows = asked(
                        db,
                        SELECT + where + " order by l.created_at desc, l.title, l.id limit :size offset :skip",
                        question)
                .param("size", Question.SIZE)
                .param("skip", (question.page() - 1) * Question.SIZE)
                .query(Row.class)
                .list();
        return new Answer(
                rows,
                asked(db, "select count(*) " + FROM + where, question)
                        .query(Long.class)
                        .single());
    }

    private static JdbcClient.StatementSpec asked(JdbcClient db, String sql, Question question) {
        return db.sql(sql)
                .param("network", Scope.current().requireNetwork().value())
                .param("sorts", question.sorts())
                .param("q", question.q())
                .param("standing", question.standing())
                .param("today", question.today())
                .param("organisation", question.organisation());
    }

    static Row one(JdbcClient db, UUID listing) {
        return db.sql(SELECT + " and l.id = :id")
                .param("network", Scope.current().requireNetwork().value())
                .param("id", listing)
                .query(Row.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    record Area(UUID id, String name) {}

    static List<Area> areas(JdbcClient db) {
        return db.sql("select id, name from directory.area_card where network = ? order by platform.fold(name), id")
                .param(Scope.current().requireNetwork().value())
                .query(Area.class)
                .list();
    }

    static List<String> topics(JdbcClient db, int most) {
        return db.sql("select label from exchange.term where network = ? order by label limit ?")
                .params(Scope.current().requireNetwork().value(), most)
                .query(String.class)
                .list();
    }
}
