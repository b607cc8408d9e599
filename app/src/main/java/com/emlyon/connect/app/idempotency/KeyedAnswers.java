package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.Failure;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Stores answers before they are sent, and sends the stored answer when a request is repeated. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeyedAnswers implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(KeyedAnswers.class);
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    private static final String SECONDS_UNTIL_RETRY = "1";

    private final IdempotencyKeyTable table;
    private final AnswerCipher answers;
    private final CommandDispatcher commandDispatcher;
    private final Texts texts;

    KeyedAnswers(IdempotencyKeyTable table, AnswerCipher answers, CommandDispatcher commandDispatcher, Texts texts) {
        this.table = table;
        this.answers = answers;
        this.commandDispatcher = commandDispatcher;
        this.texts = texts;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null
                && request instanceof ServletServerHttpRequest served
                && response instanceof ServletServerHttpResponse answered) {
            int status = answered.getServletResponse().getStatus();
            KeyedRequest.of(served.getServletRequest())
                    .filter(attempt -> !attempt.isAnswered() && isKept(status))
                    .ifPresent(attempt -> keep(attempt, status, body));
        }
        return body;
    }

    /**
     * Refusals of callers without a token are not stored: they have no effect, and there is no account to encrypt them
     * for.
     */
    private void keep(Attempt attempt, int status, Object body) {
        Optional<AccountId> account =
                status < 400 ? attempt.account() : attempt.claim().account();
        try {
            account.ifPresent(holder -> {
                table.answer(attempt, answers.encrypt(holder, status, body));
                attempt.noteAnswered(true);
            });
        } catch (Refused | DataIntegrityViolationException gone) {
            log.debug("The account of an answer was deleted in this moment", gone);
        } catch (DataAccessException | TransactionException unreachable) {
            if (status < 400) {
                throw unreachable; // a repeated request could do the same again
            }
            log.debug("A refusal could not be kept", unreachable);
        }
    }

    /** True for answers that another try would not change. */
    private static boolean isKept(int status) {
        return switch (HttpStatus.resolve(status)) {
            case UNAUTHORIZED, REQUEST_TIMEOUT, CONFLICT, TOO_MANY_REQUESTS -> false;
            case HttpStatus known -> known.is2xxSuccessful() || known.is4xxClientError();
            case null -> false;
        };
    }

    @ExceptionHandler
    ResponseEntity<byte[]> answeredBefore(AnsweredBefore before, HttpServletResponse response) {
        EncryptedAnswer answer = before.answer();
        byte[] body = answers.open(answer).getBytes(StandardCharsets.UTF_8);
        if (HttpStatus.valueOf(answer.status()).is2xxSuccessful()
                && !commandDispatcher.awaitHistory(Projections.NAMES)) {
            Commands.callLate(response);
        }
        return ResponseEntity.status(answer.status()).contentType(JSON).body(body);
    }

    @ExceptionHandler
    ResponseEntity<Failure> inUse(KeyInUse inUse) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY)
                .contentType(JSON)
                .body(new Failure(texts.of("idempotencyKey.underWay")));
    }
}
