package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ContractTest
class CommonErrorsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @EnumSource
    void aRouteThatWantsATokenRefusesWithout(ProtectedRoute route) {
        assertThat(route.of(client).send()).isFailure(401, "Token non fourni");
    }

    @ParameterizedTest
    @EnumSource
    void aRouteThatWantsATokenRefusesNonsense(ProtectedRoute route) {
        assertThat(route.of(client).bearer("x").send()).isFailure(401, "Token invalide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization:",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Basic cGlhOnBpYQ==",
                "Authorization: TOKEN",
                "Authorization: bearer TOKEN",
                "Authorization: BEARER TOKEN",
                "Authorization: Token TOKEN",
                "Authorization: BearerTOKEN",
                "X-Authorization: Bearer TOKEN",
                "Cookie: token=TOKEN"
            })
    void onlyExactlyBearerBringsAToken(String headerLine) {
        Answer answer = ProtectedRoute.READ_ME.raw(client, headerLine.replace("TOKEN", pia.token()));

        assertThat(answer).isFailure(401, "Token non fourni");
    }

    @Test
    void aTokenInTheQueryDoesNotCountOverHttp() {
        assertThat(client.get("/api/users/me?token=" + pia.token()).send()).isFailure(401, "Token non fourni");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users/%E0%A4%A, %E0%A4%A",
        "GET, /api/events/%E0%A4%A, %E0%A4%A",
        "PUT, /api/events/%E0%A4%A, %E0%A4%A",
        "DELETE, /api/checkins/%E0%A4%A, %E0%A4%A",
        "GET, /api/checkins/user/%E0%A4%A, %E0%A4%A",
        "POST, /api/events/%E0%A4%A/attend, %E0%A4%A",
        "GET, /api/users/%, %",
        "GET, /api/users/%zz, %zz",
        "GET, /api/users/%C3, %C3"
    })
    void anUndecodableEscapeIsRefused(String method, String target, String segment) {
        Answer answer = client.raw().send(method, target, "Authorization: Bearer " + pia.token(), "Content-Length: 0");

        assertThat(answer).isFailure(400, "Failed to decode param '" + segment + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nope",
        "POST, /api/nope",
        "PATCH, /api/nope",
        "GET, /api",
        "GET, /api/auth",
        "GET, /api/auth/nope",
        "GET, /api/healthy",
        "GET, /api/health/nope",
        "GET, /api/eventsnope",
        "GET, /nope-nope"
    })
    void anUnknownRouteIsAnsweredAsJson(String method, String path) {
        assertThat(client.call(method, path).send()).isFailure(404, "Route introuvable");
        assertThat(client.call(method, path).header("Accept", "text/html").send())
                .isFailure(404, "Route introuvable");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/auth/login",
        "PUT, /api/auth/login",
        "GET, /api/auth/register",
        "DELETE, /api/auth/register",
        "POST, /api/health",
        "DELETE, /api/health"
    })
    void aKnownPathWithAnotherMethodIsUnknown(String method, String path) {
        assertThat(client.call(method, path).send()).isFailure(404, "Route introuvable");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/checkins",
        "PATCH, /api/checkins",
        "DELETE, /api/checkins",
        "GET, /api/checkins/x",
        "PUT, /api/checkins/x",
        "PATCH, /api/checkins/x",
        "POST, /api/checkins/user/x",
        "GET, /api/checkins/x/y/z",
        "PUT, /api/events",
        "DELETE, /api/events",
        "POST, /api/events/x",
        "PATCH, /api/events/x",
        "GET, /api/events/x/attend",
        "PUT, /api/events/x/attend",
        "GET, /api/events/x/nope",
        "PUT, /api/events/x/history",
        "GET, /api/events/x/history/y",
        "POST, /api/users",
        "PATCH, /api/users/me",
        "POST, /api/users/me",
        "GET, /api/users/me/avatar",
        "PUT, /api/users/me/avatar",
        "DELETE, /api/users/me/avatar",
        "PUT, /api/users/x",
        "DELETE, /api/users/x",
        "GET, /api/users/x/nope"
    })
    void belowTheProtectedPathsTheTokenIsCheckedBeforeTheRoute(String method, String path) {
        assertThat(client.call(method, path).send()).isFailure(401, "Token non fourni");
        assertThat(client.call(method, path).bearer("x").send()).isFailure(401, "Token invalide");
        assertThat(client.call(method, path).as(pia).send()).isFailure(404, "Route introuvable");
    }

    @Test
    void nothingOfTheRequestComesBackInAnUnknownRoute() {
        assertThat(client.get("/api/nope?q=%3Cscript%3E").send()).isFailure(404, "Route introuvable");
    }
}
