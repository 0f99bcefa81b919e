package org.wirknetz.guards;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;

/// Sends what a form would send: each parameter that the answering method names, with a value of its type.
final class Asking {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final MockMvc web;

    Asking(MockMvc web) {
        this.web = web;
    }

    MockHttpServletResponse ask(Address address, Behind behind, @Nullable RequestPostProcessor who) throws Exception {
        var path = URI.create(address.path(behind.names));
        var file = parameters(address)
                .filter(it -> fileName(it).isPresent())
                .findFirst()
                .flatMap(Asking::fileName);
        return file.isPresent()
                ? send(
                        MockMvcRequestBuilders.multipart(address.method(), path)
                                .file(new MockMultipartFile(
                                        file.get(),
                                        "a.pdf",
                                        "application/pdf",
                                        "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII))),
                        address,
                        behind,
                        who)
                : send(MockMvcRequestBuilders.request(address.method(), path), address, behind, who);
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> MockHttpServletResponse send(
            B request, Address address, Behind behind, @Nullable RequestPostProcessor who) throws Exception {
        parameters(address).forEach(it -> fill(request, it, behind.typed));
        request.with(csrf());
        if (who != null) request.with(who);
        var answer = web.perform(request).andReturn();
        if (answer.getRequest().isAsyncStarted()) answer.getAsyncResult(20_000);
        return answer.getResponse();
    }

    private static java.util.stream.Stream<MethodParameter> parameters(Address address) {
        return Arrays.stream(address.handler().getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .peek(it ->
                        it.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer()));
    }

    private static String name(MethodParameter parameter) {
        var given = parameter.getParameterAnnotation(RequestParam.class);
        var named = given == null ? "" : given.name().isEmpty() ? given.value() : given.name();
        return named.isEmpty() ? String.valueOf(parameter.getParameterName()) : named;
    }

    private static Optional<String> fileName(MethodParameter parameter) {
        boolean file = MultipartFile.class.isAssignableFrom(parameter.getParameterType())
                || parameter.getGenericParameterType().getTypeName().contains("MultipartFile");
        return file ? Optional.of(name(parameter)) : Optional.empty();
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> void fill(
            B request, MethodParameter parameter, Map<String, String> typed) {
        var type = parameter.getParameterType();
        if (fileName(parameter).isPresent()) return;
        if (Map.class.isAssignableFrom(type)) {
            typed.forEach((name, value) -> {
                if (name.equals("party")) request.param(name, value.split(","));
                else request.param(name, value);
            });
            return;
        }
        var name = name(parameter);
        value(parameter, type, typed.get(name)).ifPresent(it -> request.param(name, it));
    }

    private static Optional<String> value(MethodParameter parameter, Class<?> type, @Nullable String typed) {
        if (type == boolean.class) return Optional.of("true");
        if (type == int.class) return Optional.of(typed != null && typed.matches("\\d+") ? typed : "1");
        if (type == LocalDate.class) return Optional.of(DAY.toString());
        if (type.isEnum()) {
            var constants =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
            return Optional.of(typed != null && constants.contains(typed) ? typed : constants.getFirst());
        }
        if (typed != null) return Optional.of(typed);
        var given = parameter.getParameterAnnotation(RequestParam.class);
        boolean needed =
                given != null && given.required() && given.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (!needed) return Optional.empty();
        boolean ids = type == UUID.class
                || Collection.class.isAssignableFrom(type)
                        && parameter.getGenericParameterType().getTypeName().contains("UUID");
        return Optional.of(ids ? UUID.randomUUID().toString() : "Angegriffen");
    }
}
