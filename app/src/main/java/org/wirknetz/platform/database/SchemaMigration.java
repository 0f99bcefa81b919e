package org.wirknetz.platform.database;

import java.util.Map;

/// Makes the tables in an empty database, so that saved rows find their place.
///
/// The versions tell how far each history of migrations had come when the rows were saved, by the schema it
/// lies in; the tables must be brought exactly that far. What is newer is migrated after the restore, as with
/// every start.
public interface SchemaMigration {
    void migrate(String url, String user, String password, Map<String, String> versions);
}
