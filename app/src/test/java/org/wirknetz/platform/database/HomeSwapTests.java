package org.wirknetz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeSwapTests {

    @TempDir
    Path folder;

    @Test
    void a_crash_at_any_step_of_the_exchange_leaves_the_old_or_the_new_whole() throws Exception {
        for (var step = 0; step < 4; step++) {
            var place = Files.createDirectory(folder.resolve("swap" + step));
            var swap = new HomeSwap(place);
            for (var name : new String[] {"data", "files"}) {
                Files.createDirectories(place.resolve(name));
                Files.writeString(place.resolve(name).resolve("which"), "old");
                Files.createDirectories(swap.fresh().resolve(name));
                Files.writeString(swap.fresh().resolve(name).resolve("which"), "new");
            }
            Files.createDirectories(place.resolve("restore.old"));
            if (step > 0) {
                Files.writeString(place.resolve("restore.step"), step < 3 ? "take-away" : "bring-in");
            }
            if (step > 1) {
                Files.move(place.resolve("data"), place.resolve("restore.old/data"));
            }
            if (step > 2) {
                Files.move(place.resolve("files"), place.resolve("restore.old/files"));
                Files.move(swap.fresh().resolve("files"), place.resolve("files"));
            }
            swap.finish();
            assertThat(place.resolve("data/which")).hasContent(step == 0 ? "old" : "new");
            assertThat(place.resolve("files/which")).hasContent(step == 0 ? "old" : "new");
            assertThat(place.resolve("restore.new")).doesNotExist();
            assertThat(place.resolve("restore.old")).doesNotExist();
            assertThat(place.resolve("restore.step")).doesNotExist();
        }
    }
}
