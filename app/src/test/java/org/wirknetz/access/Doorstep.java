package org.wirknetz.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.wirknetz.platform.AccountId;

/// Somebody with a browser that keeps its cookie, at the door of the house.
final class Doorstep {

    private final MockMvc web;
    private final String address;

    @Nullable
    Cookie session;

    /// Each comes from a subnet of its own, so that tests do not wait for one another.
    Doorstep(MockMvc web) {
        this.web = web;
        var random = UUID.randomUUID().getMostSignificantBits();
        this.address = "10." + (random & 0xff) + "." + (random >> 8 & 0xff) + ".7";
    }

    MvcResult get(String path) throws Exception {
        return keep(web.perform(with(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                        java.net.URI.create(path))))
                .andReturn());
    }

    MvcResult post(String path, String... fields) throws Exception {
        var request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(java.net.URI.create(path));
        for (int i = 0; i + 1 < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return keep(web.perform(with(request).with(csrf())).andReturn());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder with(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        request.with(it -> {
            it.setRemoteAddr(address);
            return it;
        });
        if (session != null) request.cookie(session);
        return request;
    }

    private MvcResult keep(MvcResult result) {
        var fresh = result.getResponse().getCookie("SESSION");
        if (fresh != null) session = fresh.getMaxAge() == 0 ? null : fresh;
        return result;
    }

    MvcResult signIn(String email, String password) throws Exception {
        return post("/sign-in/password", "email", email, "password", password);
    }

    boolean isIn() throws Exception {
        return get("/account").getResponse().getStatus() == 200;
    }

    static final String PASSWORD = "drei blaue Fahrräder am Wehr";

    record Person(AccountId account, String email) {}

    static Person withPassword(Accounts accounts, String name) {
        var email = UUID.randomUUID().toString().substring(0, 8) + "@test.example";
        return new Person(accounts.open(email, name, PASSWORD, Locale.GERMAN, false), email);
    }
}
