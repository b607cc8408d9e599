package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are French; clients that ask for English get English. */
@ContractTest
class LanguageContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(
            strings = {"en", "EN", "en-GB", "en-US,en;q=0.9", "en;q=0.9, fr;q=0.8", "fr;q=0.1, en;q=0.2", "en, fr;q=0.9"
            })
    void whoPrefersEnglishReadsEnglish(String languages) {
        assertThat(client.get("/api/users/me")
                        .header("Accept-Language", languages)
                        .send())
                .isFailure(401, "No token provided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fr",
                "fr-CA",
                "fr-FR,fr;q=0.9,en;q=0.8",
                "fr;q=0.9, en;q=0.8",
                "en;q=0.1, fr;q=0.2",
                "de",
                "zh-CN,zh;q=0.9",
                "*",
                "en;q=0",
                "no language, at all;;q=x"
            })
    void everybodyElseReadsFrench(String languages) {
        assertThat(client.get("/api/users/me")
                        .header("Accept-Language", languages)
                        .send())
                .isFailure(401, "Token non fourni");
    }

    @Test
    void refusalsHaveEnglishWords() {
        Answer wrongLogin = client.post("/api/auth/login")
                .header("Accept-Language", "en")
                .json("{\"email\":\"%s\",\"password\":\"pas celui-ci\"}".formatted(pia.email()))
                .send();
        Answer badToken = client.get("/api/users/me")
                .header("Accept-Language", "en")
                .bearer("x")
                .send();
        Answer noEvent = client.get("/api/events/inconnu")
                .header("Accept-Language", "en")
                .as(pia)
                .send();

        assertThat(wrongLogin).isFailure(401, "Incorrect email or password");
        assertThat(badToken).isFailure(401, "Invalid token");
        assertThat(noEvent).isFailure(404, "Event not found");
    }

    @Test
    void validationMessagesAndSuccessesHaveEnglishWords() {
        Answer invalid = client.post("/api/auth/login")
                .header("Accept-Language", "en")
                .json("{}")
                .send();
        Answer renamed = client.put("/api/users/me")
                .header("Accept-Language", "en")
                .as(pia)
                .json("{}")
                .send();

        assertThat(invalid).isFailureInOwnWords(400);
        assertThat(invalid.string("/message"))
                .doesNotContain("Email invalide", "Le mot de passe")
                .contains(", ");
        assertThat(renamed).hasStatus(200);
        assertThat(renamed.string("/message")).isNotBlank().isNotEqualTo("Profil mis à jour");
    }
}
