package com.emlyon.connect.app.feed;

import org.springframework.web.socket.CloseStatus;

/**
 * Why the service closes a connection of a feed. The client gets a close code of RFC 6455, and a reason where the code
 * alone is not specific enough.
 */
public enum FeedCloseReason {
    STOPPING(CloseStatus.GOING_AWAY, "", "the service is stopped: connect again"),
    NOT_REACHED(
            CloseStatus.GOING_AWAY,
            "Sans réponse",
            "pings were not answered, or a frame was not taken in time: connect again"),
    TOKEN_MISSING(CloseStatus.POLICY_VIOLATION, "Token manquant", "neither a token nor a ticket"),
    TOKEN_INVALID(
            CloseStatus.POLICY_VIOLATION,
            "Token invalide",
            "a token that is wrong, has expired, or whose session has ended; while connected: the account was deleted. Log in again"),
    TICKET_INVALID(
            CloseStatus.POLICY_VIOLATION,
            "Ticket invalide",
            "a ticket that was used, has expired, whose session has ended, or that is none: ask for another one"),
    TOKEN_EXPIRED(
            CloseStatus.POLICY_VIOLATION,
            "Token expiré",
            "the time of the token, or of the one with which the ticket was asked for, has come: log in again"),
    SESSION_ENDED(
            CloseStatus.POLICY_VIOLATION,
            "Session terminée",
            "logged out, here or from elsewhere, or the password was changed: log in again"),
    NOT_ALLOWED(CloseStatus.POLICY_VIOLATION, "Non autorisé", "`/ws/admin` is for administrators"),
    REPLACED(
            CloseStatus.POLICY_VIOLATION,
            "Remplacée par une connexion plus récente",
            "the account has opened more connections than it may have, and this was the oldest: do not connect again by yourself, as that would close another one"),
    TOO_MANY_MESSAGES(CloseStatus.POLICY_VIOLATION, "Trop de messages", "more was said than is listened to"),
    MESSAGE_TOO_LONG(CloseStatus.TOO_BIG_TO_PROCESS, "Message trop long", "a message was longer than it may be"),
    WITHOUT_DATABASE(
            CloseStatus.SERVICE_RESTARTED,
            "",
            "the service cannot reach its database, or cannot read it: connect again, a little later"),
    FULL(
            CloseStatus.SERVICE_OVERLOAD,
            "Service saturé",
            "the node has as many connections as it bears: connect again, later, or to another node");

    private final CloseStatus status;
    private final String meaning;

    FeedCloseReason(CloseStatus code, String reason, String meaning) {
        this.status = reason.isEmpty() ? code : code.withReason(reason);
        this.meaning = meaning;
    }

    /** The close status that is sent to the client. */
    CloseStatus status() {
        return status;
    }

    /** The code, from 1000 to 4999. */
    public int code() {
        return status.getCode();
    }

    /** The reason that is sent with the code; may be empty. */
    public String reason() {
        return status.getReason() == null ? "" : status.getReason();
    }

    /** What the reason means and how a client should react, for the documentation of the feed. */
    public String meaning() {
        return meaning;
    }
}
