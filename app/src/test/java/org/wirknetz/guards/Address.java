package org.wirknetz.guards;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A registered mapping, with the method that answers it.
record Address(HttpMethod method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    static List<Address> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(it -> {
                    var methods = it.getKey().getMethodsCondition().getMethods();
                    return it.getKey().getPatternValues().stream()
                            .flatMap(pattern -> (methods.isEmpty()
                                            ? Stream.of(RequestMethod.GET, RequestMethod.POST)
                                            : methods.stream())
                                    .map(method ->
                                            new Address(HttpMethod.valueOf(method.name()), pattern, it.getValue())));
                })
                .sorted(Comparator.comparing(Address::pattern)
                        .thenComparing(it -> it.method().name()))
                .toList();
    }

    boolean changes() {
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }

    boolean inside() {
        return pattern.startsWith("/w/") || pattern.startsWith("/api/v1/networks/");
    }

    /// The records of the API have one mapping for all kinds; each kind is tried by itself.
    boolean ofRecords() {
        return pattern.contains("{resource");
    }

    List<String> variables() {
        return VARIABLE.matcher(pattern).results().map(it -> it.group(1)).toList();
    }

    String path(java.util.Map<String, String> names) {
        return VARIABLE.matcher(pattern).replaceAll(it -> {
            var name = names.get(it.group(1));
            if (name == null) throw new AssertionError("Nothing known for {" + it.group(1) + "} of " + pattern);
            return java.util.regex.Matcher.quoteReplacement(name);
        });
    }

    /// As `who-may-what.txt` names it.
    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
