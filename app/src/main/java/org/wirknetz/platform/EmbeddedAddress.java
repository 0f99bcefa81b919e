package org.wirknetz.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.database.EmbeddedDatabase;
import org.wirknetz.platform.database.RunningDatabase;

/// The embedded database: started here and stopped with us, or joined where a server runs it already.
record EmbeddedAddress(DatabaseAddress address, @Nullable EmbeddedDatabase own) implements AutoCloseable {

    static EmbeddedAddress of(Path home, boolean join) {
        var running = join ? RunningDatabase.of(home) : java.util.Optional.<RunningDatabase>empty();
        if (running.isPresent()) {
            var it = running.get();
            return new EmbeddedAddress(
                    new DatabaseAddress(
                            it.url(), it.ownerUser(), it.ownerPassword(), it.appUser(), it.appPassword(), null),
                    null);
        }
        var own = EmbeddedDatabase.start(home);
        return new EmbeddedAddress(
                new DatabaseAddress(
                        own.url(), own.ownerUser(), own.ownerPassword(), own.appUser(), own.appPassword(), null),
                own);
    }

    @Override
    public void close() {
        if (own != null) own.close();
    }
}
