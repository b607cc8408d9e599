package com.emlyon.connect.command.account;

import static com.emlyon.connect.command.Campus.MONDAY;
import static com.emlyon.connect.command.Campus.PIA;
import static com.emlyon.connect.command.Campus.TOM;
import static com.emlyon.connect.command.Campus.TUESDAY;
import static com.emlyon.connect.command.Campus.WEDNESDAY;
import static com.emlyon.connect.command.RefusedBecause.refusedBecause;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailClaimed;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailReleased;
import com.emlyon.connect.api.account.EmailTaken;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmailClaimTest {

    private static final EmailKey ADDRESS = new EmailKey("c0ffee");
    private static final EmailClaimed CLAIMED = new EmailClaimed(ADDRESS, PIA, MONDAY);
    private static final EmailReleased RELEASED = new EmailReleased(ADDRESS, PIA, TUESDAY);

    private final AggregateTestFixture<EmailClaim> claim = new AggregateTestFixture<>(EmailClaim.class);

    @Test
    void anAddressThatNobodyEverHadIsClaimed() {
        claim.givenNoPriorActivity()
                .whenConstructing(() -> {
                    EmailClaim first = new EmailClaim();
                    first.claim(ADDRESS, PIA, MONDAY);
                    return first;
                })
                .expectEvents(CLAIMED);
    }

    @ParameterizedTest
    @MethodSource("students")
    void aClaimedAddressIsRefusedToEverybody(AccountId student) {
        claim.given(CLAIMED)
                .whenInvoking(ADDRESS.toString(), address -> address.claim(ADDRESS, student, TUESDAY))
                .expectException(refusedBecause(new EmailTaken()))
                .expectNoEvents();
    }

    @Test
    void theOwnerReleasesTheAddress() {
        claim.given(CLAIMED)
                .whenInvoking(ADDRESS.toString(), address -> address.release(PIA, TUESDAY))
                .expectEvents(RELEASED);
    }

    @Test
    void whoDoesNotOwnTheAddressReleasesNothing() {
        claim.given(CLAIMED)
                .whenInvoking(ADDRESS.toString(), address -> address.release(TOM, TUESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("students")
    void aReleasedAddressIsFreeForEverybody(AccountId student) {
        claim.given(CLAIMED, RELEASED)
                .whenInvoking(ADDRESS.toString(), address -> address.claim(ADDRESS, student, WEDNESDAY))
                .expectEvents(new EmailClaimed(ADDRESS, student, WEDNESDAY));
    }

    @Test
    void aReleasedAddressIsNotReleasedTwice() {
        claim.given(CLAIMED, RELEASED)
                .whenInvoking(ADDRESS.toString(), address -> address.release(PIA, WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theFormerOwnerCannotReleaseWhatBelongsToAnotherNow() {
        claim.given(CLAIMED, RELEASED, new EmailClaimed(ADDRESS, TOM, WEDNESDAY))
                .whenInvoking(ADDRESS.toString(), address -> address.release(PIA, WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anAddressThatNobodyEverHadCannotBeReleased() {
        claim.givenNoPriorActivity()
                .whenInvoking(ADDRESS.toString(), address -> address.release(PIA, MONDAY))
                .expectException(AggregateNotFoundException.class)
                .expectNoEvents();
    }

    static Stream<AccountId> students() {
        return Stream.of(PIA, TOM);
    }
}
