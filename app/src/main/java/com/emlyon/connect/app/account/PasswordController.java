package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.app.fields.RequestFields;
import com.emlyon.connect.app.security.Caller;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.throttle.CountsAs;
import com.emlyon.connect.app.throttle.LoginRateLimiter;
import com.emlyon.connect.app.throttle.RateLimitCategory;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes the caller's password. It ends their other sessions, which have to log in with the new password. */
@RestController
@Tag(name = "Sessions")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/users/me/password")
class PasswordController {

    private final Commands commands;
    private final PasswordProof proof;
    private final Passwords passwords;
    private final LoginRateLimiter attempts;
    private final Sessions sessions;
    private final Texts texts;
    private final Clock clock;

    PasswordController(
            Commands commands,
            PasswordProof proof,
            Passwords passwords,
            LoginRateLimiter attempts,
            Sessions sessions,
            Texts texts,
            Clock clock) {
        this.commands = commands;
        this.proof = proof;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(
            operationId = "changePassword",
            summary = "Changes one's password and logs out everywhere else; answers with the token to go on with")
    @FailsWith(status = HttpStatus.FORBIDDEN, text = "password.wrong")
    @FailsWith(status = HttpStatus.TOO_MANY_REQUESTS, text = "throttled")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @CountsAs(RateLimitCategory.GUESS)
    @PutMapping
    DoneWith<NewToken> change(
            @Caller Session caller,
            @RequestFields NewPassword request,
            HttpServletRequest http,
            HttpServletResponse response) {
        AccountId me = caller.account();
        PasswordHash present = proof.of(caller, request.currentPassword());
        attempts.passwordChange(me);
        PasswordHash next = passwords.hash(request.newPassword(), List.of(me.value()));
        commands.send(me, new ChangePassword(me, present, next, sessionOf(caller.pass()), clock.instant()), response);
        return sessions.goOn(caller.pass(), next, http.getHeader(HttpHeaders.USER_AGENT))
                .map(token -> DoneWith.saying(texts.of("password.changed"), new NewToken(token)))
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "token.invalid"));
    }

    private static Optional<SessionId> sessionOf(TokenClaims pass) {
        return switch (pass) {
            case TokenClaims.OfSession of -> Optional.of(of.session());
            case TokenClaims.WithoutSession without -> Optional.empty();
        };
    }
}
