package com.emlyon.connect.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the requests for one path, once they have been admitted, until the test lets all of them go on. */
final class HeldRequests extends OncePerRequestFilter implements Ordered {

    private final String path;
    private final CountDownLatch released = new CountDownLatch(1);

    HeldRequests(String path) {
        this.path = path;
    }

    void release() {
        released.countDown();
    }

    /** Behind the admission of requests. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 34;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(path)) {
            await();
        }
        chain.doFilter(request, response);
    }

    private void await() throws ServletException {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServletException(interrupted);
        }
    }
}
