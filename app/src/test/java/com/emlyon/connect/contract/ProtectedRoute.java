package com.emlyon.connect.contract;

/** Every route that wants a token. */
enum ProtectedRoute {
    LIST_CHECK_INS("GET", "/api/checkins"),
    CHECK_IN("POST", "/api/checkins"),
    END_CHECK_IN("DELETE", "/api/checkins/00000000-0000-4000-8000-000000000000"),
    CHECK_IN_OF_USER("GET", "/api/checkins/user/00000000-0000-4000-8000-000000000000"),
    LIST_EVENTS("GET", "/api/events"),
    READ_EVENT("GET", "/api/events/00000000-0000-4000-8000-000000000000"),
    CREATE_EVENT("POST", "/api/events"),
    CHANGE_EVENT("PUT", "/api/events/00000000-0000-4000-8000-000000000000"),
    DELETE_EVENT("DELETE", "/api/events/00000000-0000-4000-8000-000000000000"),
    JOIN_EVENT("POST", "/api/events/00000000-0000-4000-8000-000000000000/attend"),
    LEAVE_EVENT("DELETE", "/api/events/00000000-0000-4000-8000-000000000000/attend"),
    READ_EVENT_HISTORY("GET", "/api/events/00000000-0000-4000-8000-000000000000/history"),
    READ_STREAM("GET", "/api/admin/history/00000000-0000-4000-8000-000000000000"),
    READ_AUDIT_TRAIL("GET", "/api/admin/audit"),
    LIST_LOG_LEVELS("GET", "/api/admin/log-levels"),
    SET_LOG_LEVEL("PUT", "/api/admin/log-levels/ROOT"),
    RESET_LOG_LEVEL("DELETE", "/api/admin/log-levels/ROOT"),
    LIST_PROJECTIONS("GET", "/api/admin/projections"),
    READ_PROJECTION("GET", "/api/admin/projections/events"),
    REBUILD_PROJECTION("POST", "/api/admin/projections/events/rebuild"),
    REBUILD_PROJECTIONS("POST", "/api/admin/projections/rebuild"),
    CANCEL_REBUILD("DELETE", "/api/admin/projections/events/rebuild"),
    LIST_PARKED("GET", "/api/admin/projections/events/parked"),
    READ_PARKED("GET", "/api/admin/projections/events/parked/1"),
    RETRY_ALL_PARKED("POST", "/api/admin/projections/events/parked/retry"),
    RETRY_PARKED("POST", "/api/admin/projections/events/parked/1/retry"),
    DISCARD_PARKED("DELETE", "/api/admin/projections/events/parked/1"),
    READ_PAST_CHECK_IN("GET", "/api/admin/check-ins/00000000-0000-4000-8000-000000000000"),
    READ_PAST_CHECK_IN_OF_USER("GET", "/api/admin/check-ins/user/00000000-0000-4000-8000-000000000000"),
    READ_PAST_EVENT("GET", "/api/admin/events/00000000-0000-4000-8000-000000000000"),
    READ_PAST_ACCOUNT("GET", "/api/admin/accounts/00000000-0000-4000-8000-000000000000"),
    READ_ME("GET", "/api/users/me"),
    CHANGE_ME("PUT", "/api/users/me"),
    DELETE_ME("DELETE", "/api/users/me"),
    EXPORT_ME("GET", "/api/users/me/export"),
    READ_EXPORT_SCHEMA("GET", "/api/users/me/export/schema"),
    CHANGE_PASSWORD("PUT", "/api/users/me/password"),
    LIST_SESSIONS("GET", "/api/users/me/sessions"),
    LOG_OUT("DELETE", "/api/users/me/sessions/current"),
    END_SESSION("DELETE", "/api/users/me/sessions/00000000-0000-4000-8000-000000000000"),
    LOG_OUT_EVERYWHERE("DELETE", "/api/users/me/sessions"),
    ISSUE_TICKET("POST", "/api/ws-tickets"),
    CHANGE_AVATAR("POST", "/api/users/me/avatar"),
    READ_USER("GET", "/api/users/00000000-0000-4000-8000-000000000000"),
    LIST_USERS("GET", "/api/users");

    private final String method;
    private final String path;

    ProtectedRoute(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** A request to the route without a token. */
    Call of(ContractClient client) {
        return client.call(method, path);
    }

    /** The same on a socket, for header lines that an HTTP client would not send. */
    Answer raw(ContractClient client, String headerLine) {
        return client.raw().send(method, path, headerLine, "Content-Length: 0");
    }
}
