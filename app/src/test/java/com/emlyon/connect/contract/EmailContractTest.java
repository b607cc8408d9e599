package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2: which addresses are taken, and in which form they are kept. UNIQUE stands for fresh lower-case letters. */
@ContractTest
class EmailContractTest {

    private final ContractClient client = new ContractClient();

    @ParameterizedTest
    @CsvSource({
        "John.Doe.UNIQUE.1+tag@GMail.com, johndoeUNIQUE1@gmail.com",
        "John.Doe.UNIQUE+a+b@googlemail.com, johndoeUNIQUE@gmail.com",
        "a.b.UNIQUE+x@outlook.com, a.b.UNIQUE@outlook.com",
        "A.B.UNIQUE+x@Hotmail.com, a.b.UNIQUE@hotmail.com",
        "a.b.UNIQUE+x@live.com, a.b.UNIQUE@live.com",
        "a.b.UNIQUE-x@yahoo.com, a.b.UNIQUE@yahoo.com",
        "a.b.UNIQUE+x@icloud.com, a.b.UNIQUE@icloud.com",
        "a.b.UNIQUE+x@me.com, a.b.UNIQUE@me.com",
        "A.b.UNIQUE+X@Example.org, a.b.UNIQUE+x@example.org",
        "Pia.UNIQUE+Tag-x@EMLYON.com, pia.UNIQUE+tag-x@emlyon.com"
    })
    void theNormalisedAddressIsStoredAndAnswered(String sent, String stored) {
        // given
        String unique = ContractClient.unique();
        String address = sent.replace("UNIQUE", unique);
        String normalised = stored.replace("UNIQUE", unique);

        // when
        Member member = client.register(address, "Pia");
        Answer login = client.login(address, ContractClient.PASSWORD);
        Answer again = register(normalised);

        // then
        assertThat(member.email()).isEqualTo(normalised);
        assertThat(login).hasStatus(200);
        assertThat(login.string("/data/user/email")).isEqualTo(normalised);
        assertThat(client.get("/api/users/me").as(member).send().string("/data/email"))
                .isEqualTo(normalised);
        assertThat(again).isFailure(400, "Cet email est déjà utilisé");
    }

    @Test
    void everyWayToWriteAnAddressLogsIn() {
        String unique = ContractClient.unique();
        client.register("john.%s@gmail.com".formatted(unique), "John");

        assertThat(client.login("J.O.H.N.%s+spam@GoogleMail.com".formatted(unique), ContractClient.PASSWORD))
                .hasStatus(200);
    }

    @Test
    void tagsAreDifferentPeopleWhereTheyAreKept() {
        String unique = ContractClient.unique();

        assertThat(client.register("pia.%s+a@emlyon.com".formatted(unique), "Pia")
                        .id())
                .isNotEqualTo(client.register("pia.%s+b@emlyon.com".formatted(unique), "Pia")
                        .id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"éUNIQUE@exemple.fr", "\"a bUNIQUE\"@x.org", "o'UNIQUE@exemple.fr", "a_UNIQUE-x@sub.exemple.fr"})
    void unusualAddressesAreTaken(String address) {
        assertThat(register(address.replace("UNIQUE", ContractClient.unique()))).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a@localhost",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a..b@x.org",
                ".a@x.org",
                "a.@x.org",
                "Ana <a@b.co>",
                "<a@b.co>",
                "a@b@x.org",
                "@x.org",
                "a@",
                "a b@x.org",
                " a@x.org",
                "a@x.org ",
                "a@-x.org",
                "a@x..org"
            })
    void otherTextsAreNoAddressForRegistrationAndLoginAlike(String address) {
        assertThat(register(address)).isFailure(400, "Email invalide");
        assertThat(client.login(address, ContractClient.PASSWORD)).isFailure(400, "Email invalide");
    }

    @Test
    void aLocalPartOfSixtyFourCharactersIsTheLongest() {
        String longest = ContractClient.unique() + "a".repeat(48);

        assertThat(register("a" + longest + "@x.org")).isFailure(400, "Email invalide");
        assertThat(register(longest + "@x.org")).hasStatus(201);
    }

    private Answer register(String email) {
        return client.post("/api/auth/register")
                .json("{\"email\":%s,\"password\":\"lemotdepasse\",\"name\":\"Pia\"}".formatted(Json.quoted(email)))
                .send();
    }
}
