package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.security.Caller;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.throttle.CountsAs;
import com.emlyon.connect.app.throttle.RateLimitCategory;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.Done;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the caller's sessions, and ends the current one, another one, or all of them. */
@RestController
@Tag(name = "Sessions")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/users/me/sessions")
class SessionController {

    private final Sessions sessions;
    private final AuditTrail trail;
    private final Texts texts;

    SessionController(Sessions sessions, AuditTrail trail, Texts texts) {
        this.sessions = sessions;
        this.trail = trail;
        this.texts = texts;
    }

    @Operation(operationId = "listSessions", summary = "Lists where one is logged in, newest first")
    @GetMapping
    Data<List<SessionAnswer>> all(@Caller Session caller) {
        return Data.of(sessions.of(caller.account()).stream()
                .map(session -> SessionAnswer.of(session, caller.pass()))
                .toList());
    }

    @Operation(operationId = "logOut", summary = "Logs out: the token of this request is dead from now on")
    @CountsAs(RateLimitCategory.LOGOUT)
    @DeleteMapping("/current")
    Done endCurrent(@Caller Session caller) {
        sessions.end(caller.pass());
        return Done.saying(texts.of("session.ended"));
    }

    @Operation(operationId = "endSession", summary = "Logs out somewhere else")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "session.unknown")
    @CountsAs(RateLimitCategory.LOGOUT)
    @DeleteMapping("/{id}")
    Done end(@AuthenticationPrincipal AccountId me, @PathVariable String id) {
        if (!sessions.end(me, new SessionId(id))) {
            throw new Problem(HttpStatus.NOT_FOUND, "session.unknown");
        }
        return Done.saying(texts.of("session.ended"));
    }

    @Operation(operationId = "logOutEverywhere", summary = "Logs out everywhere, here too")
    @CountsAs(RateLimitCategory.LOGOUT)
    @DeleteMapping
    Done endAll(@AuthenticationPrincipal AccountId me) {
        sessions.endAll(me);
        trail.note(Note.of(Kind.LOGGED_OUT_EVERYWHERE).about(me));
        return Done.saying(texts.of("session.allEnded"));
    }
}
