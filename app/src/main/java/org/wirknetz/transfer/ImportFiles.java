package org.wirknetz.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.WorkFolder;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Limits;
import org.wirknetz.platform.tables.NetworkTablesReader;
import org.wirknetz.platform.tables.Place;
import org.wirknetz.platform.tables.Recognition;
import org.wirknetz.platform.tables.TableFiles;

/// Lays the uploaded files of an import out in a folder of its own and opens them there.
@Component
class ImportFiles {

    private final JdbcTemplate db;
    private final WorkFolder work;

    ImportFiles(JdbcTemplate db, WorkFolder work) {
        this.db = db;
        this.work = work;
    }

    /// The opened files; closing removes the folder.
    record Opened(List<Recognition> recognised, TableFiles files, Path folder) implements Closeable {
        @Override
        public void close() throws IOException {
            files.close();
            WorkFolder.remove(folder);
        }
    }

    Opened open(ImportId id, ImportMapping mapping, Findings findings) throws IOException {
        var folder = work.fresh("import");
        try {
            return open(id, mapping, findings, folder);
        } catch (IOException | RuntimeException broken) {
            WorkFolder.remove(folder);
            throw broken;
        }
    }

    private Opened open(ImportId id, ImportMapping mapping, Findings findings, Path folder) throws IOException {
        var paths = new ArrayList<Path>();
        db.query(
                "select name, bytes from transfer.import_file where run = ? order by name",
                row -> {
                    var path = folder.resolve(paths.size() + "").resolve(Imports.cleanName(row.getString("name")));
                    try (var bytes = row.getBinaryStream("bytes")) {
                        Files.createDirectories(folder.resolve(paths.size() + ""));
                        Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
                    } catch (IOException full) {
                        throw new java.io.UncheckedIOException(full);
                    }
                    paths.add(path);
                },
                id.value());
        var tables = new ArrayList<Path>();
        for (var path : paths) {
            try {
                if (VisitingCards.isCards(path)) tables.addAll(VisitingCards.asTables(path));
                else tables.add(path);
            } catch (Refused refused) {
                findings.add(Finding.error(Place.file(path.getFileName().toString()), refused.key(), refused.values()));
            }
        }
        var files = TableFiles.open(tables, Limits.usual(), findings);
        return new Opened(NetworkTablesReader.recognise(files.tables(), mapping::byHand, findings), files, folder);
    }
}
