package com.emlyon.connect.contract;

import com.emlyon.connect.app.TestNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Speaks to a running service as the web client of the students does. */
public final class ContractClient {

    /** The password of everybody whom a client registers. */
    public static final String PASSWORD = "lemotdepasse";

    private final RunningService service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    /** Speaks to the service that the contract tests share. */
    ContractClient() {
        this(RunningService.underContract());
    }

    /** Speaks to a node of one's own. */
    public ContractClient(TestNode node) {
        this(RunningService.on(node));
    }

    /** Speaks to a process of one's own, wherever it listens. */
    public ContractClient(URI base) {
        this(RunningService.at(base));
    }

    private ContractClient(RunningService service) {
        this.service = service;
    }

    /** A request without a body yet; the path may carry a query. */
    public Call call(String method, String path) {
        return new Call(http, service.http().resolve(path), method);
    }

    /** Asks. */
    public Call get(String path) {
        return call("GET", path);
    }

    /** Makes something new. */
    public Call post(String path) {
        return call("POST", path);
    }

    /** Changes. */
    public Call put(String path) {
        return call("PUT", path);
    }

    /** Takes something away. */
    public Call delete(String path) {
        return call("DELETE", path);
    }

    /** The time of the service, which is that of its database and may differ from the time of the tests. */
    public Instant time() {
        return Instant.parse(get("/api/health").send().string("/timestamp"));
    }

    /** Registers somebody new and answers with the account; costs one slow hash. */
    public Member newMember(String name) {
        return register(freshEmail(), name);
    }

    /** Registers an account with that address, the promotion {@code Dev} and {@link #PASSWORD}. */
    public Member register(String email, String name) {
        Answer answer = post("/api/auth/register")
                .json("{\"email\":%s,\"password\":\"%s\",\"name\":%s,\"promotion\":\"Dev\"}"
                        .formatted(Json.quoted(email), PASSWORD, Json.quoted(name)))
                .send();
        AnswerAssert.assertThat(answer).hasStatus(201);
        return memberOf(answer);
    }

    /** Whom a registration or a login has answered with. */
    public static Member memberOf(Answer answer) {
        return new Member(
                answer.string("/data/user/id"),
                answer.string("/data/user/email"),
                answer.string("/data/user/name"),
                answer.string("/data/user/avatarUrl"),
                answer.string("/data/user/createdAt"),
                answer.string("/data/token"));
    }

    /** The administrator of the shared node, registered by the first who asks. */
    public Member admin() {
        synchronized (ContractClient.class) {
            Answer login = login(TestNode.ADMIN, PASSWORD);
            return login.status() == 200 ? memberOf(login) : register(TestNode.ADMIN, "Chef");
        }
    }

    /** Asks for a token. */
    public Answer login(String email, String password) {
        return post("/api/auth/login")
                .json("{\"email\":%s,\"password\":%s}".formatted(Json.quoted(email), Json.quoted(password)))
                .send();
    }

    /** Creates an event described as {@code Au parc} and answers with its id. */
    public String newEvent(Member creator, String title, String date) {
        Answer answer = post("/api/events")
                .as(creator)
                .json("{\"title\":%s,\"description\":\"Au parc\",\"date\":\"%s\"}".formatted(Json.quoted(title), date))
                .send();
        AnswerAssert.assertThat(answer).hasStatus(201);
        return answer.string("/data/id");
    }

    /** Checks somebody in at that place, at 45.76 north and 4.83 east, and answers with the id of the check-in. */
    public String newCheckIn(Member member, String place) {
        Answer answer = checkIn(member, place);
        AnswerAssert.assertThat(answer).hasStatus(201);
        return answer.string("/data/id");
    }

    /** Tries to check a member in at that place. */
    public Answer checkIn(Member member, String place) {
        return post("/api/checkins")
                .as(member)
                .json("{\"locationName\":%s,\"latitude\":45.76,\"longitude\":4.83,\"statusEmoji\":\"🍻\"}"
                        .formatted(Json.quoted(place)))
                .send();
    }

    /** Uploads a picture as somebody's avatar and answers with the relative URL under which it is served. */
    public String newAvatar(Member member) {
        Answer answer = post("/api/users/me/avatar")
                .as(member)
                .multipart(Multipart.avatar("moi.png", "image/png", Pictures.png()))
                .send();
        AnswerAssert.assertThat(answer).hasStatus(200);
        return answer.string("/data/avatarUrl");
    }

    /** The request with which somebody deletes the account. */
    public Call deletionOf(Member member) {
        return delete("/api/users/me").as(member).json("{\"password\":\"%s\"}".formatted(PASSWORD));
    }

    /** Bytes on a socket, for what {@link HttpClient} would refuse or tidy up. */
    public RawExchange raw() {
        return new RawExchange(service.http());
    }

    /** Where the feed is. */
    public URI feedAddress() {
        return service.ws();
    }

    /** Opens a WebSocket with that token in the query. */
    public Feed openFeed(String token) {
        return Feed.open(service.ws(), "?token=" + token);
    }

    /** Opens a WebSocket, offering compression. */
    public Feed openCompressedFeed(String token) {
        return Feed.openCompressed(service.ws(), "?token=" + token);
    }

    /** Opens the WebSocket to be told changes, from a position on if one is given. */
    public Feed openChanges(String token, Optional<String> after) {
        String query = "?token=" + token + after.map("&after="::concat).orElse("");
        return Feed.open(service.ws(), query, List.of("connect.v2"));
    }

    /** Opens the WebSocket of administrators with that token in the query. */
    public Feed openAdminFeed(String token) {
        return Feed.open(URI.create(service.ws() + "/admin"), "?token=" + token);
    }

    /** Asks for a ticket with a token. */
    public String newTicket(String token) {
        Answer answer = post("/api/ws-tickets").bearer(token).send();
        AnswerAssert.assertThat(answer).hasStatus(201);
        return answer.string("/data/ticket");
    }

    /** Opens a WebSocket with that ticket in the query. */
    public Feed openFeedByTicket(String ticket) {
        return Feed.open(service.ws(), "?ticket=" + ticket);
    }

    /** Opens the WebSocket of administrators with that ticket in the query. */
    Feed openAdminFeedByTicket(String ticket) {
        return Feed.open(URI.create(service.ws() + "/admin"), "?ticket=" + ticket);
    }

    /** Opens a WebSocket with a query (or none) and header lines as {@code Name: value}. */
    Feed openFeedWith(String query, String... headerLines) {
        return Feed.open(service.ws(), query, headerLines);
    }

    /** Tokens made outside the service with its secret. */
    public TokenForge forge() {
        return new TokenForge(service.jwtSecret());
    }

    /** An address that nobody used before. */
    public static String freshEmail() {
        return "contract." + unique() + "@emlyon.com";
    }

    /** Sixteen characters that nobody used before, lower case, safe in an address. */
    public static String unique() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toLowerCase(Locale.ROOT);
    }
}
