package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.wirknetz.Cast;
import org.wirknetz.platform.WorkFolder;

/// A killed program leaves lists of people behind only until the next start, and to nobody but its owner. Seen failing:
/// they lay in the folder that all programs of a machine share, for ever.
@Attack
class LeftBehindTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    @Autowired
    WorkFolder work;

    @Test
    void an_import_lies_under_the_data_folder_for_its_owner_only() throws Exception {
        var folder = work.fresh("import");
        assertThat(folder.toString()).contains("target/rooms");
        for (var each : new Path[] {folder, folder.getParent()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
        Files.writeString(Files.createDirectory(folder.resolve("0")).resolve("kontakte.csv"), "name");
        work.customize(new TomcatServletWebServerFactory());
        assertThat(folder).doesNotExist();
    }

    @Test
    void nothing_of_ours_is_left_in_the_folder_of_the_machine() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/imports");
        aylin.upload(path, aylin.form(path, path), "partner.csv", "key;name\nhwk;Handwerkskammer\n");
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(it -> String.valueOf(it.getFileName()))
                            .filter(it -> it.startsWith("wirknetz-import-")))
                    .isEmpty();
        }
    }
}
