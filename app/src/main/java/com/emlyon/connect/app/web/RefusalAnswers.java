package com.emlyon.connect.app.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import com.emlyon.connect.api.account.AccountRefusal;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.EmailTaken;
import com.emlyon.connect.api.account.PasswordWrong;
import com.emlyon.connect.api.checkin.CheckInNotYours;
import com.emlyon.connect.api.checkin.CheckInRefusal;
import com.emlyon.connect.api.checkin.NotCheckedIn;
import com.emlyon.connect.api.event.AlreadyJoined;
import com.emlyon.connect.api.event.CreatorCannotLeave;
import com.emlyon.connect.api.event.EventNotYours;
import com.emlyon.connect.api.event.EventRefusal;
import com.emlyon.connect.api.event.EventUnknown;
import com.emlyon.connect.api.event.NotJoined;
import com.emlyon.connect.api.event.TooManyEventsADay;
import com.emlyon.connect.api.event.TooManyEventsToCome;
import com.emlyon.platform.eventstore.personal.PersonErased;
import com.emlyon.platform.eventstore.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Maps each refusal of the domain to a status and a text. */
final class RefusalAnswers {

    private RefusalAnswers() {}

    static RefusalAnswer to(Refusal refusal) {
        return switch (refusal) {
            case AccountRefusal account -> to(account);
            case CheckInRefusal checkIn -> to(checkIn);
            case EventRefusal event -> to(event);
            // The account was deleted while its request was served.
            case PersonErased erased -> new RefusalAnswer(UNAUTHORIZED, "token.invalid");
            default -> throw new IllegalArgumentException("No answer to " + refusal);
        };
    }

    private static RefusalAnswer to(AccountRefusal refusal) {
        return switch (refusal) {
            case EmailTaken taken -> new RefusalAnswer(BAD_REQUEST, "email.taken");
            case PasswordWrong wrong -> new RefusalAnswer(FORBIDDEN, "password.wrong");
            // Commands only address the account of the caller, so it is the caller's token that is not valid any more.
            case AccountUnknown unknown -> new RefusalAnswer(UNAUTHORIZED, "token.invalid");
        };
    }

    private static RefusalAnswer to(CheckInRefusal refusal) {
        return switch (refusal) {
            case NotCheckedIn not -> new RefusalAnswer(NOT_FOUND, "checkIn.unknown");
            case CheckInNotYours notYours -> new RefusalAnswer(FORBIDDEN, "notYours");
        };
    }

    private static RefusalAnswer to(EventRefusal refusal) {
        return switch (refusal) {
            case EventUnknown unknown -> new RefusalAnswer(NOT_FOUND, "event.unknown");
            case EventNotYours notYours -> new RefusalAnswer(FORBIDDEN, "notYours");
            case AlreadyJoined already -> new RefusalAnswer(BAD_REQUEST, "event.alreadyJoined");
            case NotJoined not -> new RefusalAnswer(BAD_REQUEST, "event.notJoined");
            case CreatorCannotLeave creator -> new RefusalAnswer(BAD_REQUEST, "event.creatorCannotLeave");
            case TooManyEventsToCome tooMany -> new RefusalAnswer(BAD_REQUEST, "event.tooManyToCome");
            case TooManyEventsADay tooMany ->
                new RefusalAnswer(TOO_MANY_REQUESTS, "event.tooManyADay", Optional.of(tooMany.remaining()));
        };
    }

    /** The status, the message key, and the time to wait when a retry can succeed later. */
    record RefusalAnswer(HttpStatus status, String text, Optional<Duration> retryAfter) {

        RefusalAnswer(HttpStatus status, String text) {
            this(status, text, Optional.empty());
        }
    }
}
