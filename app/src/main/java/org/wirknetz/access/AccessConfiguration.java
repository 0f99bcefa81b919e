package org.wirknetz.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.SentForms;
import org.wirknetz.platform.web.ProtectingHeaders;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    /// Open to everybody. What is not named here needs a session, and under /w/ a seat in that network.
    static final String[] OPEN = {
        "/",
        "/sign-in/**",
        "/invitation/**",
        "/set-up/**",
        "/answer/**",
        "/calendar/**",
        "/appearance",
        "/legal/**",
        "/n/**",
        "/assets/**",
        "/map/**",
        "/favicon.svg",
        "/health/**",
        "/error"
    };

    /// Sent by mail programs, which know neither cookie nor token (RFC 8058); the secret in the address is
    /// what counts.
    private static final String BY_MAIL_PROGRAMS = "/n/{network}/mail/{secret}/one-click";

    /// The API: tokens only, no session, so no other site can use somebody's being signed in.
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Visitors visitors,
            Tokens tokens,
            Patience patience,
            Problems problems,
            SecurityLog log,
            Doors doors)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, nobody) -> problems.write(request, response, 401))
                        .accessDeniedHandler((request, response, denied) -> problems.write(request, response, 403)))
                .addFilterBefore(new BearerToken(tokens, patience, problems, log), AuthorizationFilter.class)
                .addFilterAfter(new VisitorFilter(visitors, problems, log), AuthorizationFilter.class)
                .headers(headers -> secure(headers, doors))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            Visitors visitors,
            Pages pages,
            Problems problems,
            CsrfTokenRepository csrf,
            SentForms forms,
            SecurityLog log,
            Doors doors,
            MetricsDoor metrics)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/metrics")
                        .access((who, context) -> new AuthorizationDecision(metrics.opensTo(context.getRequest())))
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .deleteCookies(doors.secure() ? "__Host-SESSION" : "SESSION")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(signInFirst(pages)).accessDeniedHandler(denied(pages, log)))
                .addFilterBefore(new SessionLimit(InstantSource.system()), SecurityContextHolderFilter.class)
                .addFilterBefore(new OwnPagesOnly(doors, log), CsrfFilter.class)
                .addFilterAfter(new VisitorFilter(visitors, problems, log), AuthorizationFilter.class)
                .addFilterAfter(new FormsOnce(forms, pages), VisitorFilter.class)
                .csrf(lock -> lock.csrfTokenRepository(csrf).ignoringRequestMatchers(BY_MAIL_PROGRAMS))
                .headers(headers -> secure(headers, doors))
                .build();
    }

    private static void secure(HeadersConfigurer<HttpSecurity> headers, Doors doors) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(ProtectingHeaders.CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(ProtectingHeaders.PERMISSIONS))
                .httpStrictTransportSecurity(strict -> {
                    strict.includeSubDomains(true).maxAgeInSeconds(365 * 24 * 3600);
                    if (doors.secure()) strict.requestMatcher(AnyRequestMatcher.INSTANCE);
                });
    }

    /// An address that no page of ours has (`;`, `//`, `%2e`) or a verb nobody knows, refused before anything
    /// else.
    @Bean
    RequestRejectedHandler crooked(Problems problems, SecurityLog log) {
        return (request, response, rejected) -> {
            log.note("request.crooked", "from", Client.of(request).subnet());
            ProtectingHeaders.ALL.forEach(response::setHeader);
            if (request.getRequestURI().startsWith("/api/")) problems.write(request, response, 400);
            else response.sendError(400);
        };
    }

    /// A page asked for leads through sign-in and back; what was being sent is kept on a page that says what
    /// to do.
    private static AuthenticationEntryPoint signInFirst(Pages pages) {
        return (request, response, nobody) -> {
            var wanted =
                    request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            if (request.getServletPath().equals("/metrics")) {
                response.setHeader("WWW-Authenticate", "Bearer");
                response.setStatus(401);
            } else if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", "/sign-in");
                response.setStatus(401);
            } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
                response.sendRedirect(UriComponentsBuilder.fromPath("/sign-in")
                        .queryParam("to", "{to}")
                        .encode()
                        .buildAndExpand(Doors.within(wanted))
                        .toUriString());
            } else {
                pages.show(request, response, 401, "access/ended", Map.of("typed", TypedWords.of(request)));
            }
        };
    }

    private static AccessDeniedHandler denied(Pages pages, SecurityLog log) {
        return (request, response, denied) -> {
            log.note(
                    denied instanceof CsrfException ? "request.without-token" : "request.denied",
                    "path",
                    request.getRequestURI(),
                    "from",
                    Client.of(request).subnet());
            if (denied instanceof CsrfException && request.getHeader("HX-Request") == null) {
                pages.show(request, response, 403, "access/again", Map.of("typed", TypedWords.of(request)));
            } else {
                response.sendError(403);
            }
        };
    }

    /// The token lies in a cookie of its own, so that a page read by nobody in particular needs no session.
    @Bean
    CsrfTokenRepository csrfTokens(Doors doors) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(doors.secure() ? "__Host-csrf" : "csrf");
        tokens.setCookiePath("/");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setParameterName("_csrf");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(doors.secure()).sameSite("Lax"));
        return tokens;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new PatientHashing(Argon2id.encoder(), Runtime.getRuntime().availableProcessors() - 1);
    }

    /// There is none: without this bean the framework would invent a user and print its password.
    @Bean
    UserDetailsService nobodyByName() {
        return name -> {
            throw new UsernameNotFoundException("nobody");
        };
    }

    /// Forwarded headers count only when they come from a proxy named in `WIRKNETZ_PROXY` (addresses, comma
    /// between).
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxy(
            @Value("${wirknetz.proxy:}") String proxies) {
        return server -> {
            if (proxies.isBlank()) return;
            var valve = new RemoteIpValve();
            valve.setInternalProxies(Stream.of(proxies.split("[,\\s]+"))
                    .filter(it -> !it.isBlank())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|")));
            valve.setTrustedProxies(null);
            valve.setRemoteIpHeader("x-forwarded-for");
            valve.setProtocolHeader("x-forwarded-proto");
            server.addEngineValves(valve);
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitorArgument());
    }

    /// Lets a controller say `Visitor visitor` and be sure that there is one.
    private static final class VisitorArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visitor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            var visitor = request.getAttribute(Visitor.class.getName(), RequestAttributes.SCOPE_REQUEST);
            if (visitor == null) throw new NotFound();
            return visitor;
        }
    }
}
