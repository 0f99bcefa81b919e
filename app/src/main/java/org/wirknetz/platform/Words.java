package org.wirknetz.platform;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// Every sentence the product says, by key and language, from `words/<module>_<language>.properties`.
///
/// A missing key is a defect and fails loudly in tests; at run time it shows as `?key?` instead of breaking the page.
@Component
public class Words {

    /// One file per module and language; the key begins with the module's name.
    static final Set<String> BUNDLES = Set.of(
            "layout",
            "platform",
            "access",
            "privacy",
            "directory",
            "agreements",
            "exchange",
            "products",
            "groups",
            "tasks",
            "meetings",
            "newsletter",
            "journal",
            "rounds",
            "equality",
            "surveys",
            "networkcheck",
            "reports",
            "transfer",
            "tables",
            "check",
            "console",
            "database",
            "api",
            "demo",
            "help");

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    public Words() {
        source.setBasenames(BUNDLES.stream()
                .filter(name -> Words.class.getResource("/words/" + name + "_de.properties") != null)
                .map(name -> "words/" + name)
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.GERMAN);
    }

    public String say(Locale locale, String key, Object... values) {
        var said = source.getMessage(key, values, null, locale);
        return said == null ? "?" + key + "?" : said;
    }

    /// The only languages there are: German unless English was asked for.
    public static Locale closest(Locale asked) {
        return "en".equals(asked.getLanguage()) ? Locale.ENGLISH : Locale.GERMAN;
    }
}
