package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses conditional changes. A change with {@code If-Match} and a tag is refused because none of our tags is strong,
 * and a PUT, PATCH or DELETE with {@code If-None-Match: *} because these methods change resources that exist.
 */
@Configuration(proxyBeanMethods = false)
class ConditionalChanges implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> OF_WHAT_EXISTS = Set.of("PUT", "PATCH", "DELETE");

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String method = request.getMethod();
        boolean failed = (CHANGING.contains(method) && Preconditions.failForChange(request))
                || (OF_WHAT_EXISTS.contains(method) && Preconditions.wantNothingToExist(request));
        if (failed) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "precondition.failed");
        }
        return true;
    }
}
