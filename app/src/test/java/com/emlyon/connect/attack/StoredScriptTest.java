package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Script in every text that is shown to others. It comes back as it was sent, as the contract has it; so it must never come as
 * anything that a browser would run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredScriptTest {

    private static final String SCRIPT = "</script><img src=x onerror=alert(1)>\" onload='alert(1)'\u2028{{7*7}}${7*7}";

    /** What a header can hold of it. */
    private static final String SCRIPT_OF_AN_AGENT = SCRIPT.replace("\u2028", "");

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member member = client.newMember(SCRIPT);
    private final Member chef = client.admin();
    private final String event = eventThatSays(SCRIPT);
    private final String checkIn = client.newCheckIn(member, SCRIPT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users",
                "/api/users/me",
                "/api/users/me/sessions",
                "/api/users/me/export",
                "/api/users/{user}",
                "/api/checkins",
                "/api/checkins/user/{user}",
                "/api/events",
                "/api/events/{event}",
                "/api/events/{event}/history"
            })
    void whereverItIsShownItIsJsonThatNobodyTakesForAPage(String path) {
        loginFrom(SCRIPT_OF_AN_AGENT);

        isText(page(path, member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/admin/accounts/{user}?asOf={now}",
                "/api/admin/events/{event}?asOf={now}",
                "/api/admin/check-ins/user/{user}?asOf={now}",
                "/api/admin/check-ins/{checkIn}?asOf={now}",
                "/api/admin/history/{user}",
                "/api/admin/history/{event}",
                "/api/admin/history/presence-{user}"
            })
    void administratorsSeeATextToo(String path) {
        isText(page(path, chef));
    }

    private Answer page(String path, Member reader) {
        return client.get(path.replace("{user}", member.id())
                        .replace("{event}", event)
                        .replace("{checkIn}", checkIn)
                        .replace("{now}", client.time().toString()))
                .as(reader)
                .header("Accept", "text/html,application/xhtml+xml,image/svg+xml;q=0.9")
                .send();
    }

    private static void isText(Answer answer) {
        assertThat(answer).hasStatus(200);
        assertThat(answer.text()).contains(Json.quoted(SCRIPT).substring(1, 30));
        isNoPage(answer);
    }

    private String eventThatSays(String text) {
        Answer answer = client.post("/api/events")
                .as(member)
                .json("{\"title\":%1$s,\"description\":%1$s,\"date\":\"2031-05-01\"}".formatted(Json.quoted(text)))
                .send();
        assertThat(answer).hasStatus(201);
        return answer.string("/data/id");
    }

    private void loginFrom(String agent) {
        assertThat(client.post("/api/auth/login")
                        .header("User-Agent", agent)
                        .json("{\"email\":\"%s\",\"password\":\"%s\"}"
                                .formatted(member.email(), ContractClient.PASSWORD))
                        .send())
                .hasStatus(200);
    }

    @Test
    void inTheFeedItIsATextInsideOfJson() {
        try (Feed lists = client.openFeed(member.token());
                Feed changes = client.openChanges(member.token(), Optional.empty())) {
            for (String frame : List.of(lists.nextFrame(), changes.nextFrame())) {
                assertThat(Json.parse(frame).get("checkIns").valueStream()).anySatisfy(shown -> {
                    assertThat(shown.get("id").stringValue()).isEqualTo(checkIn);
                    assertThat(shown.get("locationName").stringValue()).isEqualTo(SCRIPT);
                });
            }
        }
    }

    @Test
    void whatTheLoginAnswersIsNoPageEither() {
        Answer answer = client.login(member.email(), ContractClient.PASSWORD);

        assertThat(answer.string("/data/user/name")).isEqualTo(SCRIPT);
        isNoPage(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/<script>alert(1)</script>",
                "/api/events/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/api/events/%3Cscript%3E%zz",
                "/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/uploads/avatars/%3Csvg%20onload%3Dalert(1)%3E",
                "/swagger-ui/%3Cscript%3E",
                "/v3/api-docs/%3Cscript%3E",
                "/ws?token=%3Cscript%3E"
            })
    void whatIsReflectedIsNoPage(String target) {
        Answer answer =
                client.raw().send("GET", target, "Accept: text/html", "Authorization: Bearer " + member.token());

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.text()).doesNotContain("<script>");
        isNoPage(answer);
    }

    @Test
    void thePagesOfTheDocumentationRunOnlyTheirOwnFiles() {
        Answer page = client.get("/swagger-ui/index.html").send();

        assertThat(page).hasStatus(200);
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
        assertThat(page.text().replaceAll("<script src=\"\\./[a-z-]+\\.js\"", ""))
                .doesNotContain("<script")
                .doesNotContainPattern("(?i)\\son[a-z]+=");
    }

    @Test
    void theDocumentKnowsNothingOfWhatStudentsWrite() {
        assertThat(client.get("/v3/api-docs").send().text()).doesNotContain("onerror");
    }

    private static void isNoPage(Answer answer) {
        assertThat(answer.header("Content-Type")
                        .map(type -> type.toLowerCase(Locale.ROOT).replace(" ", "")))
                .hasValue("application/json;charset=utf-8");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'; ");
    }
}
