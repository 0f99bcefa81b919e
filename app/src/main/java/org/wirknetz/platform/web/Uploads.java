package org.wirknetz.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Files that people bring are looked at in memory: few megabytes at a time, the next wait their turn. They have
/// arrived by then, so nobody who sends slowly holds a turn.
@Component
class Uploads implements HandlerInterceptor, WebMvcConfigurer {

    private static final int MEGABYTES = 24;
    private static final int LONGEST_WAIT = 20;
    private static final String HELD = Uploads.class.getName();

    private final Semaphore megabytes = new Semaphore(MEGABYTES, true);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(request instanceof MultipartHttpServletRequest form)
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !takesFiles(handler)
                || request.getAttribute(HELD) != null) return true;
        long bytes = form.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .mapToLong(MultipartFile::getSize)
                .sum();
        int wanted = (int) Math.min(MEGABYTES / 2, 1 + (bytes >> 20));
        if (!megabytes.tryAcquire(wanted, LONGEST_WAIT, TimeUnit.SECONDS)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return false;
        }
        request.setAttribute(HELD, wanted);
        return true;
    }

    /// What is sent along to a page that wants no file is read by nobody.
    private static boolean takesFiles(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(it ->
                                it.getGenericParameterType().getTypeName().contains(MultipartFile.class.getName()));
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getAttribute(HELD) instanceof Integer held) {
            request.removeAttribute(HELD);
            megabytes.release(held);
        }
    }
}
