package com.emlyon.connect.command.account;

import static com.emlyon.connect.command.Campus.MONDAY;
import static com.emlyon.connect.command.Campus.PIA;
import static com.emlyon.connect.command.Campus.TOM;
import static com.emlyon.connect.command.Campus.TUESDAY;
import static com.emlyon.connect.command.Campus.WEDNESDAY;
import static com.emlyon.connect.command.RefusedBecause.refusedBecause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.HamcrestCondition.matching;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountFact;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailClaimed;
import com.emlyon.connect.api.account.EmailFact;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailReleased;
import com.emlyon.connect.api.account.EmailTaken;
import com.emlyon.connect.api.account.PasswordChanged;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.PasswordWrong;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.command.account.RecordedCredentials.BrokenDown;
import com.emlyon.connect.command.account.RecordedCredentials.Forgotten;
import com.emlyon.connect.command.account.RecordedCredentials.Kept;
import com.emlyon.connect.command.account.RecordedCredentials.Replaced;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two streams change at once, which no fixture of axon-test allows: hence a store in memory. */
class RegistryTest {

    private static final EmailKey ADDRESS = new EmailKey("c0ffee");
    private static final PasswordHash HASH = new PasswordHash("$2a$12$pia");
    private static final PasswordHash OTHER_HASH = new PasswordHash("$2a$12$other");
    private static final SessionId SESSION = SessionId.random();
    private static final AccountRegistered REGISTERED = registered(PIA);
    private static final EmailClaimed CLAIMED = new EmailClaimed(ADDRESS, PIA, MONDAY);
    private static final AccountDeleted DELETED = new AccountDeleted(PIA, TUESDAY);
    private static final EmailReleased RELEASED = new EmailReleased(ADDRESS, PIA, TUESDAY);

    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();
    private final RecordedCredentials credentials = new RecordedCredentials();
    private final List<AccountId> destroyedKeys = new ArrayList<>();
    private final Configuration house = DefaultConfigurer.defaultConfiguration(false)
            .configureEmbeddedEventStore(configuration -> history)
            .configureAggregate(Account.class)
            .configureAggregate(EmailClaim.class)
            .registerCommandHandler(configuration -> new Registry(
                    configuration.repository(Account.class),
                    configuration.repository(EmailClaim.class),
                    credentials,
                    destroyedKeys::add))
            .start();

    @AfterEach
    void close() {
        house.shutdown();
    }

    @Test
    void aRegistrationClaimsTheAddressOpensTheAccountAndKeepsThePassword() {
        // when
        Object answer = send(registration(PIA));

        // then
        assertThat(answer).isEqualTo(PIA);
        assertThat(facts()).containsExactlyInAnyOrder(CLAIMED, REGISTERED);
        assertThat(credentials.changes()).containsExactly(new Kept(PIA, ADDRESS, HASH));
    }

    @Test
    void anAddressThatBelongsToAnotherIsRefusedAndNothingIsKept() {
        // given
        given(CLAIMED);
        given(REGISTERED);

        // when
        assertThatThrownBy(() -> send(registration(TOM)))
                .asInstanceOf(type(Refused.class))
                .is(matching(refusedBecause(new EmailTaken())));

        // then
        assertThat(facts()).containsExactly(CLAIMED, REGISTERED);
        assertThat(credentials.changes()).isEmpty();
    }

    @Test
    void anAddressThatAnotherHasInAFormerFormIsRefusedAndNothingIsClaimed() {
        // given
        EmailKey former = new EmailKey("f0rmer");
        credentials.keep(PIA, former, HASH);

        // when
        assertThatThrownBy(() -> send(registration(TOM, Set.of(new EmailKey("other"), former))))
                .asInstanceOf(type(Refused.class))
                .is(matching(refusedBecause(new EmailTaken())));

        // then
        assertThat(facts()).isEmpty();
        assertThat(credentials.changes()).containsExactly(new Kept(PIA, former, HASH));
    }

    @Test
    void aReleasedAddressIsRegisteredByAnother() {
        // given
        given(CLAIMED, RELEASED);
        given(REGISTERED, DELETED);

        // when
        send(registration(TOM));

        // then
        assertThat(facts().skip(4)).containsExactlyInAnyOrder(new EmailClaimed(ADDRESS, TOM, MONDAY), registered(TOM));
    }

    @Test
    void withoutItsPasswordNoAccountIsRegistered() {
        // given
        credentials.breakDown();

        // when
        assertThatThrownBy(() -> send(registration(PIA))).isInstanceOf(BrokenDown.class);

        // then
        assertThat(facts()).isEmpty();
    }

    @Test
    void aDeletionEndsTheAccountReleasesTheAddressForgetsThePasswordAndDestroysTheKey() {
        // given
        given(CLAIMED);
        given(REGISTERED);

        // when
        send(new DeleteAccount(PIA, TUESDAY));

        // then
        assertThat(facts().skip(2)).containsExactly(RELEASED, DELETED);
        assertThat(credentials.changes()).containsExactly(new Forgotten(PIA));
        assertThat(destroyedKeys).containsExactly(PIA);
    }

    @Test
    void aDeletedAccountRefusesToBeDeletedAgainAndItsAddressStaysWithTheNewOwner() {
        // given
        given(CLAIMED, RELEASED, new EmailClaimed(ADDRESS, TOM, TUESDAY));
        given(REGISTERED, DELETED);

        // when
        assertThatThrownBy(() -> send(new DeleteAccount(PIA, WEDNESDAY)))
                .asInstanceOf(type(Refused.class))
                .is(matching(refusedBecause(new AccountUnknown(PIA))));

        // then
        assertThat(facts()).hasSize(5);
        assertThat(credentials.changes()).isEmpty();
    }

    @Test
    void anAccountThatNeverWasIsNotFoundAndNothingIsForgotten() {
        // when
        assertThatThrownBy(() -> send(new DeleteAccount(PIA, TUESDAY))).isInstanceOf(AggregateNotFoundException.class);

        // then
        assertThat(facts()).isEmpty();
        assertThat(credentials.changes()).isEmpty();
    }

    @Test
    void anAccountWhosePasswordCannotBeForgottenIsNotDeleted() {
        // given
        given(CLAIMED);
        given(REGISTERED);
        credentials.breakDown();

        // when
        assertThatThrownBy(() -> send(new DeleteAccount(PIA, TUESDAY))).isInstanceOf(BrokenDown.class);

        // then
        assertThat(facts()).containsExactly(CLAIMED, REGISTERED);
    }

    @Test
    void aChangeOfThePasswordIsToldWithoutItAndTheNewOneIsKept() {
        // given
        send(registration(PIA));

        // when
        send(new ChangePassword(PIA, HASH, OTHER_HASH, Optional.of(SESSION), TUESDAY));

        // then
        assertThat(facts().skip(2)).containsExactly(new PasswordChanged(PIA, TUESDAY));
        assertThat(credentials.changes().getLast())
                .isEqualTo(new Replaced(PIA, OTHER_HASH, Optional.of(SESSION), TUESDAY));
    }

    @Test
    void ofTwoWhoHaveProvenTheSamePasswordOnlyTheFirstChangesIt() {
        // given
        send(registration(PIA));
        ChangePassword change = new ChangePassword(PIA, HASH, OTHER_HASH, Optional.of(SESSION), TUESDAY);
        send(change);

        // when
        assertThatThrownBy(() -> send(change))
                .asInstanceOf(type(Refused.class))
                .is(matching(refusedBecause(new PasswordWrong())));

        // then
        assertThat(facts()).hasSize(3);
        assertThat(credentials.changes()).hasSize(2);
    }

    @Test
    void aPasswordThatCannotBeKeptIsNotChanged() {
        // given
        send(registration(PIA));
        credentials.breakDown();

        // when
        assertThatThrownBy(() -> send(new ChangePassword(PIA, HASH, OTHER_HASH, Optional.empty(), TUESDAY)))
                .isInstanceOf(BrokenDown.class);

        // then
        assertThat(facts()).hasSize(2);
    }

    private Object send(Object command) {
        return house.commandGateway().sendAndWait(command);
    }

    private Stream<Object> facts() {
        return history.readEvents(null, false).map(message -> message.getPayload());
    }

    private void given(EmailFact... facts) {
        given("EmailClaim", ADDRESS.toString(), List.of(facts));
    }

    private void given(AccountFact... facts) {
        given("Account", PIA.toString(), List.of(facts));
    }

    private void given(String type, String stream, List<? extends Fact> facts) {
        for (int sequence = 0; sequence < facts.size(); sequence++) {
            history.appendEvents(new GenericDomainEventMessage<>(type, stream, sequence, facts.get(sequence)));
        }
    }

    private static RegisterAccount registration(AccountId account) {
        return registration(account, Set.of());
    }

    private static RegisterAccount registration(AccountId account, Set<EmailKey> formerKeys) {
        return new RegisterAccount(
                account,
                new EmailAddress("pia@emlyon.com"),
                ADDRESS,
                formerKeys,
                HASH,
                "Pia One",
                "EMI 2026",
                Optional.of("https://pictures.example.org/pia.png"),
                MONDAY);
    }

    private static AccountRegistered registered(AccountId account) {
        return new AccountRegistered(
                account,
                ADDRESS,
                Personal.of(account, "pia@emlyon.com"),
                Personal.of(account, "Pia One"),
                Personal.of(account, "EMI 2026"),
                Personal.of(account, "https://pictures.example.org/pia.png"),
                MONDAY);
    }
}
