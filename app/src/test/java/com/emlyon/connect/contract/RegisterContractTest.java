package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ContractTest
class RegisterContractTest {

    private static final int NAME_LIMIT = 100;

    private final ContractClient client = new ContractClient();

    @Test
    void registeringAnswersTheAccountAndAToken() {
        // when
        String email = ContractClient.freshEmail();
        Answer answer =
                register("{\"email\":\"%s\",\"password\":\"mot2pia\",\"name\":\"  Pia One \",\"promotion\":\"Dev\"}"
                        .formatted(email));

        // then
        String createdAt = answer.string("/data/user/createdAt");
        assertThat(answer).hasStatus(201).hasBody("""
                        {"success":true,"message":"Inscription réussie","data":{"user":{"id":"%s","email":"%s",\
                        "name":"Pia One","promotion":"Dev","avatarUrl":"%s","createdAt":"%s"},"token":"%s"}}""".formatted(
                        answer.string("/data/user/id"),
                        email,
                        answer.string("/data/user/avatarUrl"),
                        createdAt,
                        answer.string("/data/token")));
        assertThat(createdAt).matches(Iso.INSTANT_WITH_MILLISECONDS);
        assertThat(Instant.parse(createdAt)).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void theTokenOpensTheAccount() {
        Member pia = client.newMember("Pia One");

        assertThat(client.get("/api/users/me").as(pia).send().string("/data/email"))
                .isEqualTo(pia.email());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"password":"mot2pia","name":"Pia"}                                 | Email invalide
            {"email":"","password":"mot2pia","name":"Pia"}                      | Email invalide
            {"email":null,"password":"mot2pia","name":"Pia"}                    | Email invalide
            {"email":"pia","password":"mot2pia","name":"Pia"}                   | Email invalide
            {"email":" EMAIL ","password":"mot2pia","name":"Pia"}               | Email invalide
            {"email":5,"password":"mot2pia","name":"Pia"}                       | Email invalide
            {"email":["EMAIL"],"password":"mot2pia","name":"Pia"}               | Email invalide
            {"email":{"set":"EMAIL"},"password":"mot2pia","name":"Pia"}         | Email invalide
            {"email":"EMAIL","name":"Pia"}                                      | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":"","name":"Pia"}                        | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":"12345","name":"Pia"}                   | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":null,"name":"Pia"}                      | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":12345678,"name":"Pia"}                  | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":["mot2pia"],"name":"Pia"}               | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":{"a":"mot2pia"},"name":"Pia"}           | Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":"mot2pia"}                              | Le nom est requis
            {"email":"EMAIL","password":"mot2pia","name":""}                    | Le nom est requis
            {"email":"EMAIL","password":"mot2pia","name":"   "}                 | Le nom est requis
            {"email":"EMAIL","password":"mot2pia","name":null}                  | Le nom est requis
            {"email":"EMAIL","password":"mot2pia","name":["Pia"]}               | Le nom est requis
            {"email":"EMAIL","password":"mot2pia","name":{"set":"Pia"}}         | Le nom est requis
            {"email":"pia","password":"12345","name":"Pia"}                     | Email invalide, Le mot de passe doit contenir au moins 6 caractères
            {"email":"EMAIL","password":"12345"}                                | Le mot de passe doit contenir au moins 6 caractères, Le nom est requis
            {"name":" ","password":"mot2pia"}                                   | Email invalide, Le nom est requis
            {}                                                                  | Email invalide, Le mot de passe doit contenir au moins 6 caractères, Le nom est requis
            """)
    void anInvalidRegistrationIsRefusedInTheWordsOfTheTable(String body, String message) {
        assertThat(register(body.replace("EMAIL", ContractClient.freshEmail()))).isFailure(400, message);
    }

    @Test
    void aPasswordThatIsTooShortByOneIsRefusedAndSixAreEnough() {
        String email = ContractClient.freshEmail();

        assertThat(register("{\"email\":\"%s\",\"password\":\"zhbk7\",\"name\":\"Pia\"}".formatted(email)))
                .hasStatus(400);
        assertThat(register("{\"email\":\"%s\",\"password\":\"zhbk7e\",\"name\":\"Pia\"}".formatted(email)))
                .hasStatus(201);
    }

    @Test
    void aPasswordOfBlanksIsAPassword() {
        String email = ContractClient.freshEmail();

        assertThat(register("{\"email\":\"%s\",\"password\":\"      \",\"name\":\"Pia\"}".formatted(email)))
                .hasStatus(201);
        assertThat(client.login(email, "      ")).hasStatus(200);
    }

    @Test
    void aPasswordOverSeventyTwoBytesIsRefused() {
        List<String> longest = List.of("a".repeat(72), "é".repeat(36));

        for (String password : longest) {
            String email = ContractClient.freshEmail();
            assertThat(register(withPassword(email, password + "a"))).isFailureInOwnWords(400);
            assertThat(register(withPassword(email, password))).hasStatus(201);
        }
    }

    @Test
    void aNumberAsNameIsStoredAsItsText() {
        Answer answer = register(
                "{\"email\":\"%s\",\"password\":\"mot2pia\",\"name\":42}".formatted(ContractClient.freshEmail()));

        assertThat(answer).hasStatus(201);
        assertThat(answer.string("/data/user/name")).isEqualTo("42");
    }

    @Test
    void aNameOfTheLimitIsTakenAndALongerOneRefused() {
        String longest = "🎵".repeat(NAME_LIMIT);

        Answer taken = register("{\"email\":\"%s\",\"password\":\"mot2pia\",\"name\":\" %s \"}"
                .formatted(ContractClient.freshEmail(), longest));
        Answer refused = register("{\"email\":\"%s\",\"password\":\"mot2pia\",\"name\":\"%sa\"}"
                .formatted(ContractClient.freshEmail(), longest));

        assertThat(taken).hasStatus(201);
        assertThat(taken.string("/data/user/name")).isEqualTo(longest);
        assertThat(refused).isFailureInOwnWords(400);
    }

    @Test
    void aNulInTheNameIsRefused() {
        Answer answer = register("{\"email\":\"%s\",\"password\":\"mot2pia\",\"name\":\"Pi\\u0000a\"}"
                .formatted(ContractClient.freshEmail()));

        assertThat(answer).isFailureInOwnWords(400);
    }

    @Test
    void aNameIsNotEscaped() {
        Member pia = client.newMember("<b>Pia</b> & \"co\" 'x' \\ é 🎵");

        assertThat(pia.name()).isEqualTo("<b>Pia</b> & \"co\" 'x' \\ é 🎵");
    }

    @Test
    void anEmailIsTakenOnce() {
        Member pia = client.newMember("Pia One");

        assertThat(register(valid(pia.email(), ""))).isFailure(400, "Cet email est déjà utilisé");
        assertThat(register(valid(pia.email().toUpperCase(Locale.ROOT), "")))
                .isFailure(400, "Cet email est déjà utilisé");
    }

    @Test
    void ofEightSimultaneousRegistrationsOneWins() {
        String email = ContractClient.freshEmail();

        List<Answer> answers = Simultaneously.send(
                Simultaneously.EIGHT, i -> client.post("/api/auth/register").json(valid(email, "")));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(400, "Cet email est déjà utilisé"));
    }

    private Answer register(String body) {
        return client.post("/api/auth/register").json(body).send();
    }

    private static String valid(String email, String moreFields) {
        return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Pia\"%s}"
                .formatted(email, ContractClient.PASSWORD, moreFields);
    }

    private static String withPassword(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Pia\"}".formatted(email, password);
    }
}
