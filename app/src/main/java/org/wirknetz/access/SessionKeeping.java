package org.wirknetz.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// How sessions are named, kept and read back.
@Configuration(proxyBeanMethods = false)
class SessionKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeping.class);

    /// What may come back to life out of a session. Everything else is refused, even if somebody could write into the
    /// table.
    private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter("maxdepth=20;maxrefs=5000;"
            + "maxarray=20000;maxbytes=500000;"
            + "org.wirknetz.**;java.lang.*;java.time.*;java.util.*;java.util.concurrent.CopyOnWriteArrayList;"
            + "org.springframework.security.core.context.SecurityContextImpl;"
            + "org.springframework.security.authentication.UsernamePasswordAuthenticationToken;"
            + "org.springframework.security.authentication.AbstractAuthenticationToken;"
            + "org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;"
            + "org.springframework.util.MultiValueMapAdapter;!*");

    @Bean
    CookieSerializer cookieSerializer(Doors doors) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(doors.secure() ? "__Host-SESSION" : "SESSION");
        cookie.setUseSecureCookie(doors.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        // Our ids fit a cookie as they are; decoded, an invented one could hold characters no column takes.
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    /// 216 random bits in the 36 places of the column; the default would be a UUID, which is not made to be a secret.
    @Bean
    @SuppressWarnings("NullAway") // a converter may well answer with null; its type does not say so
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> secretIdsAndAllowedContents() {
        var random = new SecureRandom();
        return repository -> {
            repository.setSessionIdGenerator(() -> {
                var bytes = new byte[27];
                random.nextBytes(bytes);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            });
            // Two answers of one session at the same moment both keep their sentence for the next page: the later wins.
            repository.setCreateSessionAttributeQuery("""
                    insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes) values (?, ?, ?)
                    on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
                    """);
            var conversion = new GenericConversionService();
            conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
            conversion.addConverter(byte[].class, Object.class, SessionKeeping::revive);
            repository.setConversionService(conversion);
        };
    }

    /// An attribute that is not allowed, or of an older release, is as good as absent: its owner signs in again.
    static @Nullable Object revive(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(asked -> {
                var decided = ALLOWED.checkInput(asked);
                if (decided == ObjectInputFilter.Status.REJECTED) {
                    LOG.warn("A session held something that is not allowed there: {}", asked.serialClass());
                }
                return decided;
            });
            return in.readObject();
        } catch (InvalidClassException | ClassNotFoundException _) {
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
