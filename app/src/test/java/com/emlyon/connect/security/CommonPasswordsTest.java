package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody chooses a password that is tried first; whoever has one already goes on with it. */
class CommonPasswordsTest {

    private static final String COMMON = "Ce mot de passe est trop courant";

    private final ContractClient client = new ContractClient(TestNode.shared());

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", "azerty", "motdepasse", "Password123", "AZERTYUIOP", "loulou", "aaaaaa", "iloveyou"})
    void nobodyRegistersWithAPasswordThatManyHave(String password) {
        assertThat(registration(client, ContractClient.freshEmail(), password).send())
                .isFailure(400, COMMON);
    }

    @Test
    void itIsSaidInEnglishToo() {
        assertThat(registration(client, ContractClient.freshEmail(), "azerty")
                        .inEnglish()
                        .send())
                .isFailure(400, "This password is too common");
    }

    @Test
    void itIsSaidAmongWhatElseIsWrongInTheOrderOfTheFields() {
        assertThat(client.post("/api/auth/register")
                        .json("{\"email\":\"pia\",\"password\":\"azerty\"}")
                        .send())
                .isFailure(400, "Email invalide, " + COMMON + ", Le nom est requis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "abcde", ""})
    void whatIsTooShortIsThatAndNothingElse(String password) {
        assertThat(registration(client, ContractClient.freshEmail(), password).send())
                .isFailure(400, "Le mot de passe doit contenir au moins 6 caractères");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xazerty", "azerty ", "motdepasse de pia", "zhbk7e"})
    void whatOnlyLooksLikeOneIsTaken(String password) {
        assertThat(registration(client, ContractClient.freshEmail(), password).send())
                .hasStatus(201);
    }

    @Test
    void whereOperatorsWantItSoTheyAreTakenAndWhoHasOneGoesOnWithItLater() {
        String database = TestPostgres.freshDatabaseUrl();
        String email = ContractClient.freshEmail();
        try (TestNode lenient = TestNode.start(database, "--connect.passwords.refuse-common=false")) {
            assertThat(registration(new ContractClient(lenient), email, "password123")
                            .send())
                    .hasStatus(201);
        }
        try (TestNode strict = TestNode.start(database)) {
            ContractClient later = new ContractClient(strict);

            // when
            Answer login = later.login(email, "password123");

            // then
            assertThat(login).hasStatus(200);
            Member pia = ContractClient.memberOf(login);
            assertThat(change(later, pia, "password123", "azerty").send()).isFailure(400, COMMON);
            assertThat(later.login(email, "password123")).hasStatus(200);
            assertThat(change(later, pia, "password123", "un autre mot").send()).hasStatus(200);
        }
    }

    private static Call registration(ContractClient client, String email, String password) {
        return client.post("/api/auth/register")
                .json("{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Pia\"}".formatted(email, password));
    }

    private static Call change(ContractClient client, Member member, String present, String next) {
        return client.put("/api/users/me/password")
                .as(member)
                .json("{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(present, next));
    }
}
