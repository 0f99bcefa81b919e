package org.wirknetz.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator may set, by `WIRKNETZ_*` or a properties file. A wrong value stops the start with a sentence.
///
/// @param data folder of the embedded database and of files
/// @param baseUrl the address people type; links in mails are made from it and from nothing else
/// @param clock an ISO instant or date that fixes *now*, for demos and tests
@Validated
@ConfigurationProperties("wirknetz")
public record WirknetzSettings(
        @NotNull @DefaultValue("data") Path data,
        @Nullable String baseUrl,
        @Nullable String clock,
        @Valid @DefaultValue Db db,
        @Valid @DefaultValue Smtp smtp,
        @Valid @DefaultValue Mail mail) {

    /// The database: `embedded`, or the JDBC address of a PostgreSQL 15 or newer.
    ///
    /// @param pool most connections at a time; 0 for one more than twice the processors
    public record Db(
            @NotBlank @DefaultValue("embedded") String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("0") int pool) {

        /// Each connection is a process that keeps 10 to 20 MB; more of them than can work at a time only wait there
        /// instead of here.
        public int connections() {
            return pool > 0 ? pool : 2 * Runtime.getRuntime().availableProcessors() + 1;
        }

        public boolean embedded() {
            return "embedded".equals(url);
        }
    }

    /// The mail relay as `smtp://user:password@host:port`; empty means that mails are kept in the outbox table only.
    public record Smtp(@Nullable String url) {}

    public record Mail(@DefaultValue("wirknetz@localhost") String from) {}
}
