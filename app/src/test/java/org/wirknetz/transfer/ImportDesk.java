package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;

/// Brings a list as the office does: uploads it, sends the mapping as the page proposes it, agrees.
class ImportDesk {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    String uploadedAndChecked(Cast.Stage stage, String text) throws Exception {
        var id = uploaded(stage, "kontakte.csv", text, StandardCharsets.UTF_8);
        checked(stage, id, Map.of());
        return id;
    }

    String uploaded(Cast.Stage stage, String name, String text, Charset charset) throws Exception {
        var file = new MockMultipartFile("file", name, "text/csv", text.getBytes(charset));
        var target = mvc.perform(multipart(stage.path("/imports"))
                        .file(file)
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return java.util.Objects.requireNonNull(target).substring(target.lastIndexOf('/') + 1);
    }

    /// Sends the mapping as the page proposes it, but for the changes, and waits for the check.
    String checked(Cast.Stage stage, String id, Map<String, String> changes) throws Exception {
        var page = show(stage, id, stage.office());
        var form = post(stage.path("/imports/" + id + "/mapping"))
                .with(stage.office())
                .with(csrf());
        var selects = java.util.regex.Pattern.compile(
                        "<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", java.util.regex.Pattern.DOTALL)
                .matcher(page);
        var sent = new HashSet<String>();
        while (selects.find()) {
            sent.add(selects.group(1));
            var chosen = java.util.regex.Pattern.compile("<option value=\"([^\"]*)\" selected")
                    .matcher(selects.group(2));
            form.param(selects.group(1), changes.getOrDefault(selects.group(1), chosen.find() ? chosen.group(1) : ""));
        }
        changes.forEach((name, value) -> {
            if (!sent.contains(name)) form.param(name, value);
        });
        mvc.perform(form).andExpect(status().is3xxRedirection());
        return settled(stage, id);
    }

    void run(Cast.Stage stage, String id, Map<String, String> decisions) throws Exception {
        var form =
                post(stage.path("/imports/" + id + "/run")).with(stage.office()).with(csrf());
        decisions.forEach(form::param);
        mvc.perform(form).andExpect(status().is3xxRedirection());
        assertThat(settled(stage, id)).contains("Die Daten sind übernommen");
    }

    String settled(Cast.Stage stage, String id) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(until)) {
            var state = stage.ask(ask -> ask.sql("select state from transfer.import_run where id = ?::uuid")
                    .param(id)
                    .query(String.class)
                    .single());
            if (!state.equals("CHECKING") && !state.equals("RUNNING")) return show(stage, id, stage.office());
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the import does not end");
    }

    String show(Cast.Stage stage, String id, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path("/imports/" + id)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    static int count(Cast.Stage stage, String table) {
        return stage.ask(ask ->
                ask.sql("select count(*) from " + table).query(Integer.class).single());
    }
}
