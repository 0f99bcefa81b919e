package org.wirknetz.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Checks e-mail and password. It answers alike, and takes as long, whether the account exists or not.
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final String nobodysPassword;

    PasswordSignIn(JdbcClient db, PasswordEncoder passwords) {
        this.db = db;
        this.passwords = passwords;
        this.nobodysPassword = passwords.encode(UUID.randomUUID().toString());
    }

    private record Known(UUID id, @Nullable String password) {}

    @Override
    public Authentication authenticate(Authentication asked) {
        var typed = String.valueOf(asked.getCredentials());
        var known = db.sql("select id, password from access.account where lower(email) = lower(?) and not disabled")
                .param(asked.getName().strip())
                .query(Known.class)
                .optional();
        var hash = known.map(Known::password).orElse(nobodysPassword);
        if (!passwords.matches(typed, hash) || known.isEmpty()) throw new BadCredentialsException("refused");
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInAccount(known.get().id()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
