package org.wirknetz.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// What a network says of itself in its own words: what it is for, and where (German: *Zweck, Region*; C2.4). The
/// English words may be missing; then the German ones stand on the English page, too.
@Component
@Transactional
public class NetworkProfile {

    public static final int LONGEST_PURPOSE = 1200;
    public static final int LONGEST_REGION = 600;

    private final JdbcClient db;

    NetworkProfile(JdbcClient db) {
        this.db = db;
    }

    /// @param version 0 as long as nothing was ever written
    public record Text(
            @Nullable String purpose,
            @Nullable String purposeEn,
            @Nullable String region,
            @Nullable String regionEn,
            int version) {

        public @Nullable String purpose(Locale locale) {
            return in(locale, purpose, purposeEn);
        }

        public @Nullable String region(Locale locale) {
            return in(locale, region, regionEn);
        }

        private static @Nullable String in(Locale locale, @Nullable String german, @Nullable String english) {
            boolean wanted = locale.equals(Locale.ENGLISH);
            return german == null || wanted && english != null ? english : german;
        }
    }

    @Transactional(readOnly = true)
    public Text text() {
        return db.sql("""
                        select purpose, purpose_en, region, region_en, version
                          from directory.profile where network = platform.network()
                        """).query(Text.class).optional().orElse(new Text(null, null, null, null, 0));
    }

    /// @param text its version is the one that was shown
    /// @throws Refused when a text is too long
    public void write(Text text) {
        int rows = db.sql(text.version() == 0 ? """
                        insert into directory.profile (network, purpose, purpose_en, region, region_en)
                        values (platform.network(), :purpose, :purposeEn, :region, :regionEn)
                        on conflict (network) do nothing
                        """ : """
                        update directory.profile
                           set purpose = :purpose, purpose_en = :purposeEn, region = :region, region_en = :regionEn,
                               version = version + 1
                         where network = platform.network() and version = :version
                        """)
                .param("purpose", clean(text.purpose(), LONGEST_PURPOSE))
                .param("purposeEn", clean(text.purposeEn(), LONGEST_PURPOSE))
                .param("region", clean(text.region(), LONGEST_REGION))
                .param("regionEn", clean(text.regionEn(), LONGEST_REGION))
                .param("version", text.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("profile");
    }

    private static @Nullable String clean(@Nullable String typed, int most) {
        if (typed == null) return null;
        var text = PlainText.of(typed);
        if (text.length() > most) throw new Refused("directory.field.too-long", most);
        return text.isEmpty() ? null : text;
    }
}
