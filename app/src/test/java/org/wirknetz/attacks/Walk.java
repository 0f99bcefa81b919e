package org.wirknetz.attacks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Goes through a workspace along its links, to one address of each kind.
final class Walk {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern NAME =
            Pattern.compile("<(?:input|select|textarea|button)\\b[^>]*?\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final int MOST_OF_A_KIND = 1;

    private final MockMvc web;
    private final RequestPostProcessor who;
    private final Pattern link;

    Walk(MockMvc web, RequestPostProcessor who, String base) {
        this.web = web;
        this.who = who;
        this.link = Pattern.compile("[\"'](" + Pattern.quote(base) + "(?:[/?][^\"'#<>\\s]*)?)(?:#[^\"']*)?[\"']");
    }

    /// @param type empty where there was none
    record Answer(String path, int status, String type, String disposition, String cache, String body) {}

    /// @param fields each with the value that stood in it
    record Form(String page, String action, Map<String, String> fields) {}

    List<Answer> from(String... beginnings) throws Exception {
        var ahead = new ArrayDeque<>(List.of(beginnings));
        var seen = new HashMap<String, Integer>();
        var known = new java.util.HashSet<String>();
        var answers = new ArrayList<Answer>();
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            if (!known.add(path) || seen.merge(kind(path), 1, Integer::sum) > MOST_OF_A_KIND) continue;
            var answer = get(path);
            answers.add(answer);
            link.matcher(answer.body())
                    .results()
                    .map(it -> it.group(1).replace("&amp;", "&"))
                    .forEach(ahead::add);
        }
        return answers;
    }

    Answer get(String path) throws Exception {
        var mvc = web.perform(MockMvcRequestBuilders.get(URI.create(path.replace(" ", "%20")))
                        .with(who))
                .andReturn();
        if (mvc.getRequest().isAsyncStarted()) mvc.getAsyncResult(20_000);
        var response = mvc.getResponse();
        return new Answer(
                path,
                response.getStatus(),
                String.valueOf(response.getContentType()),
                String.valueOf(response.getHeader("Content-Disposition")),
                String.join(", ", response.getHeaders("Cache-Control")),
                response.getContentAsString(StandardCharsets.UTF_8));
    }

    static String kind(String path) {
        return ID.matcher(path).replaceAll("ID").replaceAll("=[^&]*", "=");
    }

    /// The forms of these pages that change something, one of each kind.
    static List<Form> forms(List<Answer> pages) {
        var forms = new LinkedHashMap<String, Form>();
        for (var page : pages) {
            for (var form : FORM.matcher(page.body()).results().toList()) {
                var action = Pattern.compile("action=\"([^\"]+)\"").matcher(form.group(1));
                if (!form.group(1).contains("method=\"post\"") || !action.find()) continue;
                var fields = new LinkedHashMap<String, String>();
                for (var field : NAME.matcher(form.group(2)).results().toList()) {
                    var tag =
                            form.group(2).substring(field.start(), form.group(2).indexOf('>', field.start()));
                    var value = VALUE.matcher(tag);
                    if (!field.group(1).startsWith("_")) fields.put(field.group(1), value.find() ? value.group(1) : "");
                }
                forms.putIfAbsent(kind(action.group(1)), new Form(page.path(), action.group(1), fields));
            }
        }
        return List.copyOf(forms.values());
    }
}
