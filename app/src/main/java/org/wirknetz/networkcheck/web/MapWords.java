package org.wirknetz.networkcheck.web;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The sentences the map says in the browser, as patterns: they are filled in there.
@Component
class MapWords {

    private static final String PREFIX = "networkcheck.map.word.";

    private final Map<Locale, Map<String, String>> known = new ConcurrentHashMap<>();

    Map<String, String> in(Locale locale) {
        return known.computeIfAbsent(locale, MapWords::read);
    }

    private static Map<String, String> read(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "words/networkcheck",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var words = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key.substring(PREFIX.length()), bundle.getString(key)));
        return words;
    }
}
