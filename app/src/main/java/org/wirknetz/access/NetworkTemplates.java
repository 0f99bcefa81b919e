package org.wirknetz.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The templates a network can be founded from: the files under `templates/`.
@Component
public class NetworkTemplates {

    private static final List<String> SHIPPED = List.of("nachqualifizierung", "neutral", "thueringen-2009");

    private final Map<String, NetworkTemplate> templates = new LinkedHashMap<>();

    public NetworkTemplates() {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (var key : SHIPPED) {
            try (var file = new ClassPathResource("templates/" + key + ".json").getInputStream()) {
                templates.put(key, json.readValue(file, NetworkTemplate.class));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    public List<NetworkTemplate> all() {
        return List.copyOf(templates.values());
    }

    public Optional<NetworkTemplate> byKey(String key) {
        return Optional.ofNullable(templates.get(key));
    }
}
