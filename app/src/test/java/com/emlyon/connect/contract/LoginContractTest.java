package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ContractTest
class LoginContractTest {

    private static final String REFUSED = "Email ou mot de passe incorrect";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @Test
    void loginAnswersTheAccountAndAToken() {
        // when
        Answer answer = client.login(pia.email(), ContractClient.PASSWORD);

        // then
        String updatedAt = answer.string("/data/user/updatedAt");
        assertThat(answer).hasStatus(200).hasBody("""
                        {"success":true,"message":"Connexion réussie","data":{"user":{"id":"%s","email":"%s",\
                        "name":"Pia One","promotion":"Dev","avatarUrl":"%s","createdAt":"%s","updatedAt":"%s"},\
                        "token":"%s"}}""".formatted(
                pia.id(), pia.email(), pia.avatarUrl(), pia.createdAt(), updatedAt, answer.string("/data/token")));
        assertThat(updatedAt).matches(Iso.INSTANT_WITH_MILLISECONDS);
        assertThat(client.get("/api/users/me")
                        .bearer(answer.string("/data/token"))
                        .send())
                .hasStatus(200);
    }

    @Test
    void anUnknownEmailAndAWrongPasswordAreTheSameAnswer() {
        assertThat(client.login(ContractClient.freshEmail(), ContractClient.PASSWORD))
                .isFailure(401, REFUSED);
        assertThat(client.login(pia.email(), "pas celui-ci")).isFailure(401, REFUSED);
        assertThat(client.login(pia.email(), ContractClient.PASSWORD + " ")).isFailure(401, REFUSED);
        assertThat(client.login(pia.email(), "MOTDEPASSE")).isFailure(401, REFUSED);
    }

    @Test
    void anUnknownEmailTakesAsLongAsAWrongPassword() {
        // Others may be at work on the machine, so a bad try is repeated.
        List<Double> ratios = new ArrayList<>();
        while (ratios.size() < 3 && ratios.stream().noneMatch(LoginContractTest::isAlike)) {
            ratios.add(ratioOfMedians());
        }

        assertThat(ratios)
                .as("times for an unknown email, in those for a known one")
                .anyMatch(LoginContractTest::isAlike);
    }

    private static boolean isAlike(double ratio) {
        return ratio > 1.0 / 3 && ratio < 3;
    }

    private double ratioOfMedians() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            known.add(nanosOfAWrongLogin(pia.email()));
            unknown.add(nanosOfAWrongLogin(ContractClient.freshEmail()));
        }
        return (double) median(unknown) / median(known);
    }

    private long nanosOfAWrongLogin(String email) {
        long start = System.nanoTime();
        client.login(email, "pas celui-ci");
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"pia","password":"secret1"}                    | Email invalide
            {"password":"secret1"}                                  | Email invalide
            {"email":" a@emlyon.com","password":"secret1"}          | Email invalide
            {"email":5,"password":"secret1"}                        | Email invalide
            {"email":["a@emlyon.com"],"password":"secret1"}         | Email invalide
            {"email":{"a":"a@emlyon.com"},"password":"secret1"}     | Email invalide
            {"email":"a@emlyon.com"}                                | Le mot de passe est requis
            {"email":"a@emlyon.com","password":""}                  | Le mot de passe est requis
            {"email":"a@emlyon.com","password":null}                | Le mot de passe est requis
            {"email":"a@emlyon.com","password":12345678}            | Le mot de passe est requis
            {"email":"a@emlyon.com","password":["secret1"]}         | Le mot de passe est requis
            {"email":"a@emlyon.com","password":{"a":"secret1"}}     | Le mot de passe est requis
            {"email":"pia","password":""}                           | Email invalide, Le mot de passe est requis
            {}                                                      | Email invalide, Le mot de passe est requis
            """)
    void anInvalidLoginIsRefusedInTheWordsOfTheTable(String body, String message) {
        assertThat(client.post("/api/auth/login").json(body).send()).isFailure(400, message);
    }

    @Test
    void aShortPasswordIsWrongAndNotInvalid() {
        assertThat(client.login(pia.email(), "a")).isFailure(401, REFUSED);
    }

    @Test
    void aVeryLongPasswordIsWrongAndNotInvalid() {
        assertThat(client.login(pia.email(), "x".repeat(5_000))).isFailure(401, REFUSED);
    }

    @Test
    void onlySeventyTwoBytesCountSoThatOldLongPasswordsStillWork() {
        // given
        String email = ContractClient.freshEmail();
        String password = "b".repeat(72);
        client.post("/api/auth/register")
                .json("{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Pia\"}".formatted(email, password))
                .send();

        // then
        assertThat(client.login(email, password + "another tail")).hasStatus(200);
        assertThat(client.login(email, "b".repeat(71) + "c")).isFailure(401, REFUSED);
        assertThat(client.login(email, "b".repeat(71))).isFailure(401, REFUSED);
    }
}
