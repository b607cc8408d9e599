package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static com.emlyon.connect.promise.Campus.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An address belongs to one account at most, however many people ask for it at once and however they spell it. */
class OneAccountPerEmailTest {

    private static final int REQUESTS = 100;
    private static final int COMMANDS = 20;

    /** Every registration hashes a password, and half of the cores hash one at a time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TwoNodes nodes = TwoNodes.shared();
    private final String mailbox = ContractClient.unique();
    private final EmailAddress address = new EmailAddress(mailbox + "@gmail.com");

    @Test
    void ofAHundredSimultaneousRegistrationsOfAnAddressOneSucceeds() {
        // when
        List<Answer> answers = Simultaneously.send(REQUESTS, i -> registration(i % 4 == 0 ? 1 : 0, spelling(i)));

        // then
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(REQUESTS - 1)
                .allSatisfy(loser -> assertThat(loser).isFailure(400, "Cet email est déjà utilisé"));

        // then
        String winner = winners.getFirst().string("/data/user/id");
        assertThat(registeredWithTheAddress()).containsExactly(winner);
        assertThat(claim()).containsExactly("EmailClaimed " + winner);
        assertThat(nodes.client(0).login(spelling(1), ContractClient.PASSWORD).string("/data/user/id"))
                .isEqualTo(winner);
    }

    @Test
    void anAddressOfADeletedAccountIsFreeForOneAgain() {
        // given
        Member former = nodes.client(0).register(address.value(), "Pia Partie");
        nodes.client(1).login(address.value(), ContractClient.PASSWORD);
        assertThat(nodes.client(1).deletionOf(former).send()).hasStatus(200);

        // when
        List<String> outcomes = Simultaneously.all(COMMANDS, i -> {
            Campus campus = nodes.campus(i);
            return () -> campus.send(campus.registration(address, "Pia Retour"));
        });

        // then
        assertThat(outcomes).filteredOn(DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.equals(DONE)).containsOnly("EmailTaken");
        assertThat(registeredWithTheAddress()).hasSize(2).first().isEqualTo(former.id());
        assertThat(claim())
                .containsExactly(
                        "EmailClaimed " + former.id(),
                        "EmailReleased " + former.id(),
                        "EmailClaimed " + registeredWithTheAddress().getLast());
    }

    @Test
    void whatOneNodeRemembersOfAnAddressDoesNotBindTheOther() {
        for (int i = 0; i < 2; i++) {
            // given
            Campus here = nodes.campus(i);
            Campus there = nodes.campus(i + 1);
            RegisterAccount former = here.registration(address, "Pia Partie");
            RegisterAccount next = here.registration(address, "Pia Retour");
            assertThat(here.send(former)).isEqualTo(DONE);
            assertThat(there.send(new DeleteAccount(former.account(), there.now())))
                    .isEqualTo(DONE);

            // then
            assertThat(here.send(next)).isEqualTo(DONE);
            assertThat(there.send(there.registration(address, "Max Two"))).isEqualTo("EmailTaken");
            assertThat(there.send(new DeleteAccount(next.account(), there.now())))
                    .isEqualTo(DONE);
        }
        assertThat(claim())
                .hasSize(8)
                .endsWith("EmailReleased " + registeredWithTheAddress().getLast());
    }

    private Call registration(int node, String email) {
        return nodes.client(node)
                .post("/api/auth/register")
                .within(PATIENCE)
                .json("{\"email\":%s,\"password\":\"%s\",\"name\":\"Pia One\"}"
                        .formatted(Json.quoted(email), ContractClient.PASSWORD));
    }

    /** One of many ways to write the address: dots, a tag and capitals mean nothing to this provider. */
    private String spelling(int number) {
        String dotted = mailbox.substring(0, 1 + number % 15) + "." + mailbox.substring(1 + number % 15);
        String tagged = dotted + "+" + "x".repeat(1 + number / 15);
        return (number % 2 == 0 ? tagged.toUpperCase(Locale.ROOT) : tagged)
                + (number % 3 == 0 ? "@GoogleMail.com" : "@gmail.com");
    }

    private List<String> registeredWithTheAddress() {
        String key = emailKey().value();
        return nodes
                .history()
                .all(fact -> fact.type().equals("AccountRegistered")
                        && fact.says("emailKey").equals(key))
                .stream()
                .map(fact -> fact.says("account"))
                .toList();
    }

    private List<String> claim() {
        return nodes.history().of(emailKey().toString()).stream()
                .map(fact -> fact.type() + " " + fact.says("account"))
                .toList();
    }

    private EmailKey emailKey() {
        return nodes.node(0).bean(EmailKeys.class).of(address);
    }
}
