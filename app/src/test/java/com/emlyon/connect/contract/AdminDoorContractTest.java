package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is below /api/admin opens to those whose address ADMIN_EMAILS names, and to nobody else. */
@ContractTest
class AdminDoorContractTest {

    private static final String FORBIDDEN = "Non autorisé";

    private final ContractClient client = new ContractClient();
    private final Member admin = client.admin();
    private final Member pia = client.newMember("Pia One");

    @Test
    void anAddressMakesAnAdministratorHoweverTheVariableSpellsIt() {
        Member second = client.register("Le.CHEF@gmail.com", "Le Chef");

        assertThat(history(pia).as(admin).send()).hasStatus(200);
        assertThat(history(pia).as(second).send()).hasStatus(200);
    }

    @Test
    void whatAnAdministratorMayDoNoStudentMay() {
        assertThat(history(pia).as(pia).send()).isFailure(403, FORBIDDEN);
        assertThat(history(admin).as(pia).send()).isFailure(403, FORBIDDEN);
        assertThat(history(pia).as(pia).inEnglish().send()).isFailure(403, "Not allowed");
    }

    @Test
    void anAdministratorIsAStudentToo() {
        assertThat(client.get("/api/users/me").as(admin).send()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chef@emlyon.com.example.org", "chef+x@emlyon.com", "chef@gmail.com", "xchef@emlyon.com"})
    void anAddressThatOnlyLooksLikeOneMakesNoAdministrator(String address) {
        Member other = client.register(address, "Faux Chef");

        assertThat(history(pia).as(other).send()).isFailure(403, FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin",
        "GET, /api/admin/",
        "GET, /api/admin/nope",
        "GET, /api/admin/history",
        "GET, /API/Admin/History/x",
        "GET, /api/%61dmin/history/x",
        "GET, /api/admin;v=1/history/x",
        "GET, /api/admin/history/x/",
        "HEAD, /api/admin/history/x",
        "POST, /api/admin/history/x",
        "DELETE, /api/admin/nope"
    })
    void theDoorIsBeforeTheRoutes(String method, String path) {
        Answer byNobody = client.call(method, path).send();
        Answer byAStudent = client.call(method, path).as(pia).send();
        Answer byAnAdmin = client.call(method, path).as(admin).send();

        assertThat(byNobody).hasStatus(401);
        assertThat(byAStudent).hasStatus(403);
        assertThat(byAnAdmin).hasStatus(404);
        if (!method.equals("HEAD")) {
            assertThat(byNobody).isFailure(401, "Token non fourni");
            assertThat(byAStudent).isFailure(403, FORBIDDEN);
            assertThat(byAnAdmin).isFailureInOwnWords(404);
        }
    }

    @Test
    void whoeverTakesTheAddressForANameIsNoAdministrator() {
        Member max = client.newMember("Max Two");

        assertThat(client.put("/api/users/me")
                        .as(max)
                        .json("{\"name\":\"%s\",\"email\":\"%1$s\"}".formatted(admin.email()))
                        .send())
                .hasStatus(200);

        assertThat(history(pia).as(max).send()).isFailure(403, FORBIDDEN);
        assertThat(history(pia)
                        .bearer(client.login(max.email(), ContractClient.PASSWORD)
                                .string("/data/token"))
                        .send())
                .isFailure(403, FORBIDDEN);
    }

    @Test
    void theTokenSaysNothingOfIt() {
        String[] parts = admin.token().split("\\.", -1);
        Instant issued = Instant.ofEpochSecond(
                Json.parse(TokenForge.decoded(parts[1])).get("iat").longValue());

        assertThat(client.get("/api/admin/history/" + pia.id())
                        .bearer(client.forge()
                                .signed(
                                        "HS256",
                                        TokenForge.claims(pia.id(), issued, issued.plus(Duration.ofDays(1)))
                                                .replace("}", ",\"role\":\"ADMIN\"}"),
                                        client.forge().secret()))
                        .send())
                .isFailure(403, FORBIDDEN);
        assertThat(Json.parse(TokenForge.decoded(parts[1])).propertyNames())
                .containsExactly("userId", "sid", "iss", "aud", "iat", "exp");
    }

    @Test
    void whoDeletesTheAccountIsNoLongerAdministratorAndWhoHasTheAddressThenIs() {
        // given
        Member former = client.register(TestNode.ADMIN_WHO_LEAVES, "Chef Deux");
        assertThat(history(pia).as(former).send()).hasStatus(200);

        // when
        client.deletionOf(former).send();

        // then
        assertThat(history(pia).as(former).send()).isFailure(401, "Token invalide");

        // when
        Member next = client.register(TestNode.ADMIN_WHO_LEAVES, "Chef Deux Bis");

        // then
        assertThat(history(pia).as(next).send()).hasStatus(200);
        assertThat(history(pia).as(former).send()).isFailure(401, "Token invalide");
    }

    private Call history(Member member) {
        return client.get("/api/admin/history/" + member.id());
    }
}
