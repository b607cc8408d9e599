package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2: what a registration may bring beside email, password and name. */
@ContractTest
class RegistrationExtrasContractTest {

    private static final String DEFAULT_AVATAR = "https://api.dicebear.com/7.x/avataaars/svg?seed=";
    private static final int PROMOTION_LIMIT = 100;
    private static final int AVATAR_URL_LIMIT = 2048;

    private final ContractClient client = new ContractClient();

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"avatarUrl\":\"\""})
    void theDefaultAvatarTellsNothingOfTheEmailAndStays(String field) {
        // given
        String email = ContractClient.freshEmail();
        Answer answer = register(valid(email, field));
        String avatar = answer.string("/data/user/avatarUrl");

        // when
        Answer login = client.login(email, ContractClient.PASSWORD);

        // then
        assertThat(avatar).startsWith(DEFAULT_AVATAR).doesNotContain("@").doesNotContain(email.split("@", -1)[0]);
        assertThat(avatar.length()).isGreaterThan(DEFAULT_AVATAR.length());
        assertThat(login.string("/data/user/avatarUrl")).isEqualTo(avatar);
    }

    @Test
    void everyAccountHasADefaultAvatarOfItsOwn() {
        assertThat(client.newMember("Pia").avatarUrl())
                .isNotEqualTo(client.newMember("Pia").avatarUrl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                            | EMI
            `,"promotion":""`             | EMI
            `,"promotion":"EMI 2026"`     | EMI 2026
            `,"promotion":"<b>é & 🎓</b>"` | <b>é & 🎓</b>
            """)
    void thePromotionIsTakenAsSentAndOtherwiseEmi(String field, String promotion) {
        Answer answer = register(valid(ContractClient.freshEmail(), field));

        assertThat(answer).hasStatus(201);
        assertThat(answer.string("/data/user/promotion")).isEqualTo(promotion);
    }

    @Test
    void aPromotionOfTheLimitIsTakenAndALongerOneRefused() {
        String longest = "🎓".repeat(PROMOTION_LIMIT);

        Answer taken = register(valid(ContractClient.freshEmail(), ",\"promotion\":\"%s\"".formatted(longest)));
        Answer refused = register(valid(ContractClient.freshEmail(), ",\"promotion\":\"%s1\"".formatted(longest)));

        assertThat(taken).hasStatus(201);
        assertThat(taken.string("/data/user/promotion")).isEqualTo(longest);
        assertThat(refused).isFailureInOwnWords(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[\"EMI\"]", "{\"set\":\"EMI\"}"})
    void aPromotionThatIsNoTextIsRefused(String value) {
        assertThat(register(valid(ContractClient.freshEmail(), ",\"promotion\":" + value)))
                .isFailureInOwnWords(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/pia.png", "http://example.org/pia.png?size=2&x=%20"})
    void aWebAddressIsTakenAsAvatar(String url) {
        Answer answer = register(valid(ContractClient.freshEmail(), ",\"avatarUrl\":\"%s\"".formatted(url)));

        assertThat(answer).hasStatus(201);
        assertThat(answer.string("/data/user/avatarUrl")).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"javascript:alert(1)\"",
                "\"data:image/png;base64,AAAA\"",
                "\"ftp://example.org/a.png\"",
                "\"file:///etc/passwd\"",
                "\"/uploads/avatars/avatar-1-2.png\"",
                "\"/uploads/../../../etc/passwd\"",
                "\"//example.org/a.png\"",
                "\"example.org/a.png\"",
                "\"https://\"",
                "\"https:// example.org\"",
                "\"pas une adresse\"",
                "5",
                "[\"https://example.org/a.png\"]",
                "{}"
            })
    void anythingElseIsRefusedAsAvatar(String value) {
        assertThat(register(valid(ContractClient.freshEmail(), ",\"avatarUrl\":" + value)))
                .isFailureInOwnWords(400);
    }

    @Test
    void anAvatarAddressOfTheLimitIsTakenAndALongerOneRefused() {
        String start = "https://example.org/";
        String longest = start + "a".repeat(AVATAR_URL_LIMIT - start.length());

        Answer taken = register(valid(ContractClient.freshEmail(), ",\"avatarUrl\":\"%s\"".formatted(longest)));
        Answer refused = register(valid(ContractClient.freshEmail(), ",\"avatarUrl\":\"%sa\"".formatted(longest)));

        assertThat(taken).hasStatus(201);
        assertThat(taken.string("/data/user/avatarUrl")).isEqualTo(longest);
        assertThat(refused).isFailureInOwnWords(400);
    }

    private Answer register(String body) {
        return client.post("/api/auth/register").json(body).send();
    }

    private static String valid(String email, String moreFields) {
        return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Pia\"%s}"
                .formatted(email, ContractClient.PASSWORD, moreFields);
    }
}
