package org.wirknetz.platform;

import org.jspecify.annotations.Nullable;

/// Where the database is and as whom it is entered.
///
/// @param ownerUser owns the tables and migrates them
/// @param appUser does everything else; never the owner, so that row-level security binds it
/// @param appRole the role to put on after logging in, where both users are the same; null where `appUser` is it
/// already
public record DatabaseAddress(
        String url,
        String ownerUser,
        String ownerPassword,
        String appUser,
        String appPassword,
        @Nullable String appRole) {

    static final String APP_ROLE = "wirknetz_app";

    /// An outside server with one user: it owns the tables and steps down to the app role for all daily work.
    static DatabaseAddress outside(String url, String user, String password) {
        return new DatabaseAddress(url, user, password, user, password, APP_ROLE);
    }

    /// `postgresql://host/base` is as good as `jdbc:postgresql://host/base`.
    ///
    /// @throws WrongSetting where it is neither
    public static String jdbc(String url) {
        var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
        if (!jdbc.startsWith("jdbc:postgresql:")) throw new WrongSetting("platform.setting.db-url");
        return jdbc;
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + "]";
    }
}
