package com.emlyon.connect.command.account;

import static com.emlyon.connect.command.Campus.MONDAY;
import static com.emlyon.connect.command.Campus.PIA;
import static com.emlyon.connect.command.Campus.TUESDAY;
import static com.emlyon.connect.command.Campus.WEDNESDAY;
import static com.emlyon.connect.command.RefusedBecause.refusedBecause;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountCommand;
import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.api.account.ChangeAvatar;
import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordChanged;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.PasswordWrong;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.connect.command.Decrypted;
import com.emlyon.platform.eventstore.personal.Personal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountTest {

    private static final EmailKey ADDRESS = new EmailKey("c0ffee");
    private static final String PICTURE = "https://pictures.example.org/pia.png";
    private static final AccountRegistered REGISTERED = registered(PICTURE);
    private static final AccountDeleted DELETED = new AccountDeleted(PIA, TUESDAY);
    private static final ChangePassword NEW_PASSWORD = new ChangePassword(
            PIA, new PasswordHash("$2a$12$pia"), new PasswordHash("$2a$12$other"), Optional.empty(), WEDNESDAY);

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void decryptPersonalData() {
        account.registerInjectableResource(Decrypted.VAULT);
    }

    @Test
    void aStudentRegistersWithAPictureOfTheirOwn() {
        account.givenNoPriorActivity()
                .whenConstructing(() -> new Account(registration(Optional.of(PICTURE))))
                .expectEvents(REGISTERED);
    }

    @Test
    void aStudentWithoutAPictureGetsOneDrawnFromTheIdAndNotFromTheAddress() {
        account.givenNoPriorActivity()
                .whenConstructing(() -> new Account(registration(Optional.empty())))
                .expectEvents(registered("https://api.dicebear.com/7.x/avataaars/svg?seed=" + PIA.value()));
    }

    @Test
    void aStudentIsRenamed() {
        account.given(REGISTERED)
                .when(new RenameAccount(PIA, "Pia Two", TUESDAY))
                .expectEvents(new AccountRenamed(PIA, Personal.of(PIA, "Pia Two"), TUESDAY));
    }

    @Test
    void theNameThatTheStudentHasChangesNothing() {
        account.given(REGISTERED)
                .when(new RenameAccount(PIA, "Pia One", TUESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aStudentMayGoBackToAFormerName() {
        account.given(REGISTERED, new AccountRenamed(PIA, Personal.of(PIA, "Pia Two"), TUESDAY))
                .when(new RenameAccount(PIA, "Pia One", WEDNESDAY))
                .expectEvents(new AccountRenamed(PIA, Personal.of(PIA, "Pia One"), WEDNESDAY));
    }

    @Test
    void aStudentIsShownWithAnotherPicture() {
        account.given(REGISTERED)
                .when(new ChangeAvatar(PIA, "/uploads/avatars/new.png", TUESDAY))
                .expectEvents(new AvatarChanged(PIA, "/uploads/avatars/new.png", TUESDAY));
    }

    @Test
    void thePictureThatTheStudentHasChangesNothing() {
        account.given(REGISTERED, new AvatarChanged(PIA, "/uploads/avatars/new.png", TUESDAY))
                .when(new ChangeAvatar(PIA, "/uploads/avatars/new.png", WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aStudentMayGoBackToAFormerPicture() {
        account.given(
                        REGISTERED,
                        new AvatarChanged(PIA, "/uploads/avatars/old.png", MONDAY),
                        new AvatarChanged(PIA, "/uploads/avatars/new.png", TUESDAY))
                .when(new ChangeAvatar(PIA, "/uploads/avatars/old.png", WEDNESDAY))
                .expectEvents(new AvatarChanged(PIA, "/uploads/avatars/old.png", WEDNESDAY));
    }

    @Test
    void aStudentChangesThePasswordAndHistoryDoesNotSayWhichItIs() {
        account.given(REGISTERED)
                .whenInvoking(PIA.value(), pia -> pia.changePassword(NEW_PASSWORD, true))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new PasswordChanged(PIA, WEDNESDAY));
    }

    @Test
    void whoHasNotProvenThePresentPasswordDoesNotChangeIt() {
        account.given(REGISTERED)
                .whenInvoking(PIA.value(), pia -> pia.changePassword(NEW_PASSWORD, false))
                .expectException(refusedBecause(new PasswordWrong()))
                .expectNoEvents();
    }

    @Test
    void aDeletedAccountRefusesAnotherPassword() {
        account.given(REGISTERED, DELETED)
                .whenInvoking(PIA.value(), pia -> pia.changePassword(NEW_PASSWORD, true))
                .expectException(refusedBecause(new AccountUnknown(PIA)))
                .expectNoEvents();
    }

    @Test
    void aStudentLeavesAndTheAccountTellsWhichAddressBecomesFree() {
        account.given(REGISTERED)
                .whenInvoking(PIA.value(), pia -> {
                    assertThat(pia.emailKeyToRelease()).isEqualTo(ADDRESS);
                    pia.delete(new DeleteAccount(PIA, TUESDAY));
                })
                .expectSuccessfulHandlerExecution()
                .expectEvents(DELETED);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aDeletedAccountRefusesEveryChange(AccountCommand change) {
        account.given(REGISTERED, DELETED)
                .when(change)
                .expectException(refusedBecause(new AccountUnknown(PIA)))
                .expectNoEvents();
    }

    @Test
    void aDeletedAccountRefusesToBeDeletedAgain() {
        account.given(REGISTERED, DELETED)
                .whenInvoking(PIA.value(), pia -> pia.delete(new DeleteAccount(PIA, WEDNESDAY)))
                .expectException(refusedBecause(new AccountUnknown(PIA)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anAccountThatNeverWasIsNotFound(AccountCommand change) {
        account.givenNoPriorActivity()
                .when(change)
                .expectException(AggregateNotFoundException.class)
                .expectNoEvents();
    }

    /** Those that would change something, and those that would not. */
    static Stream<AccountCommand> changes() {
        return Stream.of(
                new RenameAccount(PIA, "Pia Two", WEDNESDAY),
                new RenameAccount(PIA, "Pia One", WEDNESDAY),
                new ChangeAvatar(PIA, "/uploads/avatars/new.png", WEDNESDAY),
                new ChangeAvatar(PIA, PICTURE, WEDNESDAY));
    }

    private static AccountRegistered registered(String avatarUrl) {
        return new AccountRegistered(
                PIA,
                ADDRESS,
                Personal.of(PIA, "pia@emlyon.com"),
                Personal.of(PIA, "Pia One"),
                Personal.of(PIA, "EMI 2026"),
                Personal.of(PIA, avatarUrl),
                MONDAY);
    }

    private static RegisterAccount registration(Optional<String> avatarUrl) {
        return new RegisterAccount(
                PIA,
                new EmailAddress("pia@emlyon.com"),
                ADDRESS,
                Set.of(),
                new PasswordHash("$2a$12$pia"),
                "Pia One",
                "EMI 2026",
                avatarUrl,
                MONDAY);
    }
}
