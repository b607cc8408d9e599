package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminEmailsTest {

    @ParameterizedTest
    @CsvSource({
        "ana@emlyon.com, ana@emlyon.com",
        "Ana.MARTIN+admin@EMLYON.com, ana.martin+admin@emlyon.com",
        "A.na+x@GoogleMail.com, ana@gmail.com"
    })
    void anAddressIsWrittenAsItsAccountHasIt(String value, String address) {
        assertThat(AdminEmails.parse(value)).containsExactly(address);
    }

    @Test
    void severalAreSeparatedByCommas() {
        assertThat(AdminEmails.parse(" ana@a.org ,bob@b.org,, ANA@a.org,")).containsExactly("ana@a.org", "bob@b.org");
        assertThat(AdminEmails.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ana", "ana@localhost", "ana@a.org bob@b.org", "ana@a.org;bob@b.org", "Ana <ana@a.org>", "*"})
    void everythingElseIsRefusedByName(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> AdminEmails.parse("good@a.org," + value))
                .withMessage(
                        "ADMIN_EMAILS must list addresses such as pia.martin@emlyon.com, separated by commas, but"
                                + " contains \"%s\".",
                        value);
    }
}
