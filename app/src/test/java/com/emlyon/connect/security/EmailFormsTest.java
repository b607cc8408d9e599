package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.promise.Campus;
import com.emlyon.connect.query.Projections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An address is the same however it is typed, and accounts that were registered when it was not are found. */
class EmailFormsTest {

    private static final String TAKEN = "Cet email est déjà utilisé";

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Campus campus = new Campus(node);
    private final String unique = ContractClient.unique();

    /** One address: composed, decomposed, its domain in ASCII, in capitals. */
    private final List<String> forms = List.of(
            "am\u00e9lie.%s@\u00e9cole.fr".formatted(unique),
            "ame\u0301lie.%s@e\u0301cole.fr".formatted(unique),
            "am\u00e9lie.%s@xn--cole-9oa.fr".formatted(unique),
            "AM\u00c9LIE.%s@\u00c9COLE.FR".formatted(unique));

    @Test
    void oneAccountHasAnAddressInAllItsForms() {
        Answer registered = register(forms.get(1));

        assertThat(registered.string("/data/user/email")).isEqualTo(forms.getFirst());
        assertThat(forms).allSatisfy(form -> {
            assertThat(client.login(form, ContractClient.PASSWORD)).hasStatus(200);
            assertThat(register(form)).isFailure(400, TAKEN);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anAccountOfBeforeIsFoundByEachFormAndItsAddressIsTaken(int kept) {
        RegisterAccount before = registeredAsBefore(forms.get(kept));

        assertThat(forms).allSatisfy(form -> {
            assertThat(client.login(form, ContractClient.PASSWORD).string("/data/user/id"))
                    .isEqualTo(before.account().value());
            assertThat(client.login(form, "faux")).isFailure(401, "Email ou mot de passe incorrect");
            assertThat(register(form)).isFailure(400, TAKEN);
        });
    }

    /** Where two accounts of before have one address, each is found by what its holder types. */
    @Test
    void theFormThatWasTypedComesFirst() {
        RegisterAccount composed = registeredAsBefore(forms.get(0));
        RegisterAccount decomposed = registeredAsBefore(forms.get(1));

        assertThat(idBehind(forms.get(0))).isEqualTo(composed.account().value());
        assertThat(idBehind(forms.get(1))).isEqualTo(decomposed.account().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pi\u00ADa.%s@x.org", "pia.%s\u200B@x.org", "pia.%s@x\u00AD.org", "pia.%s@xn--zzzzzzzzz.org"})
    void anAddressThatIsRefusedNowStaysGoodForItsAccount(String form) {
        String address = form.formatted(unique);
        assertThat(register(address)).isFailure(400, "Email invalide");
        assertThat(client.login(address, ContractClient.PASSWORD)).isFailure(401, "Email ou mot de passe incorrect");

        RegisterAccount before = registeredAsBefore(address);

        assertThat(idBehind(address)).isEqualTo(before.account().value());
        assertThat(register(address)).isFailure(400, "Email invalide");
    }

    @Test
    void anAddressThatIsFreeAgainIsTakenInItsPresentForm() {
        registeredAsBefore(forms.get(1));
        String token = client.login(forms.get(0), ContractClient.PASSWORD).string("/data/token");
        assertThat(client.delete("/api/users/me")
                        .bearer(token)
                        .json("{\"password\":\"%s\"}".formatted(ContractClient.PASSWORD))
                        .send())
                .hasStatus(200);

        assertThat(register(forms.get(2)).string("/data/user/email")).isEqualTo(forms.getFirst());
    }

    /** As the service did before addresses had one form. */
    private RegisterAccount registeredAsBefore(String address) {
        RegisterAccount command = campus.registration(new EmailAddress(address), "Amélie");
        node.bean(CommandDispatcher.class).send(command.account(), command, Projections.ACCOUNTS);
        return command;
    }

    private String idBehind(String address) {
        return client.login(address, ContractClient.PASSWORD).string("/data/user/id");
    }

    private Answer register(String email) {
        return client.post("/api/auth/register")
                .json("{\"email\":%s,\"password\":\"%s\",\"name\":\"Amélie\"}"
                        .formatted(JsonMapper.shared().writeValueAsString(email), ContractClient.PASSWORD))
                .send();
    }
}
