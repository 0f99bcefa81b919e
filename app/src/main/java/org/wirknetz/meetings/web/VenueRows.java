package org.wirknetz.meetings.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;

/// The venues of a network, by name.
public record VenueRows(List<Row> rows) {

    /// @param id null while it is being added
    /// @param meetings how many are to take place or took place there
    public record Row(
            @Nullable UUID id,
            int version,
            @Nullable String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String stepFree,
            @Nullable String accessNote,
            @Nullable String directions,
            @Nullable UUID organisation,
            int meetings) {

        static final Row BLANK = typed(null, Map.of());

        public String address() {
            var town = (or(postcode) + " " + or(city)).strip();
            return or(street).isEmpty() ? town : town.isEmpty() ? or(street) : street + ", " + town;
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static final String QUESTION = """
            select v.id, v.version, v.name, v.street, v.postcode, v.city, v.step_free, v.access_note, v.directions, v.organisation,
                   (select count(*) from meetings.meeting m where m.network = v.network and m.venue = v.id) as meetings
              from meetings.venue v
            """;

    static VenueRows of(JdbcClient db) {
        return new VenueRows(db.sql(QUESTION + " order by platform.fold(v.name), v.id")
                .query(Row.class)
                .list());
    }

    static Row one(JdbcClient db, UUID venue) {
        return db.sql(QUESTION + " where v.id = ?")
                .param(venue)
                .query(Row.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    static Row typed(@Nullable UUID id, Map<String, String> given) {
        var version = given.getOrDefault("version", "");
        var organisation = given.getOrDefault("organisation", "");
        return new Row(
                id,
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                given.get("name"),
                given.get("street"),
                given.get("postcode"),
                given.get("city"),
                given.getOrDefault("stepFree", "UNKNOWN"),
                given.get("accessNote"),
                given.get("directions"),
                organisation.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                        ? UUID.fromString(organisation)
                        : null,
                0);
    }
}
