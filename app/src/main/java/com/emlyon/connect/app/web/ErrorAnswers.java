package com.emlyon.connect.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers requests that failed outside of every route, such as a path that the firewall refuses, in the format of the
 * contract.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private final FailureWriter failures;

    ErrorAnswers(FailureWriter failures) {
        this.failures = failures;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // a part of another answer has been sent, and the server closes the connection
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        String text = switch (status) {
            case NOT_FOUND -> "route.unknown";
            case HttpStatus s when isOfTheClient(s.value()) -> "request.invalid";
            default -> "internal";
        };
        // A request that Tomcat itself has refused, such as TRACE, has passed no filter.
        SecurityHeaders.writers().forEach(header -> header.writeHeaders(request, response));
        failures.write(request, response, status, text);
    }

    /**
     * Whether the client has to change the request: 501 and 505 answer transfer codings and versions that a server need
     * not support (RFC 9110).
     */
    static boolean isOfTheClient(int status) {
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                || status == HttpStatus.NOT_IMPLEMENTED.value()
                || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value();
    }
}
