package com.emlyon.connect.app.throttle;

import com.emlyon.connect.api.account.AccountId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts the requests for changes of logged-in students, before they are handled and whatever the answer will be. */
@Component
final class WriteCounter implements HandlerInterceptor {

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Writes writes;

    WriteCounter(Writes writes) {
        this.writes = writes;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A request that has failed is dispatched a second time, to write the error.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && (said(handler).isPresent() || !CHANGE_NOTHING.contains(HttpMethod.valueOf(request.getMethod())))) {
            RateLimitCategory as = said(handler).orElse(RateLimitCategory.WRITE);
            caller(request).ifPresent(account -> writes.count(account, as));
        }
        return true;
    }

    private static Optional<AccountId> caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof AccountId account
                ? Optional.of(account)
                : Optional.empty();
    }

    private static Optional<RateLimitCategory> said(Object handler) {
        return handler instanceof HandlerMethod route
                ? Optional.ofNullable(route.getMethodAnnotation(CountsAs.class)).map(CountsAs::value)
                : Optional.empty();
    }
}
