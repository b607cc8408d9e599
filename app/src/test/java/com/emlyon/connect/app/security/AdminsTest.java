package com.emlyon.connect.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.settings.Settings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator is one by each form in which an account may have the address. */
class AdminsTest {

    private final TestNode node = TestNode.shared();
    private final EmailKeys keys = node.bean(EmailKeys.class);

    @ParameterizedTest
    @CsvSource({
        "am\u00e9lie@\u00e9cole.fr, ADMIN",
        "ame\u0301lie@e\u0301cole.fr, ADMIN",
        "am\u00e9lie@xn--cole-9oa.fr, ADMIN",
        "amelie@ecole.fr, USER"
    })
    void anAccountOfBeforeKeepsItsRole(String kept, Role role) {
        Admins admins = new Admins(with(new EmailAddress("am\u00e9lie@\u00e9cole.fr")), keys);

        assertThat(admins.roleOf(keys.of(new EmailAddress(kept)))).isEqualTo(role);
    }

    private Settings with(EmailAddress admin) {
        Settings settings = node.bean(Settings.class);
        return new Settings(
                settings.jwt(),
                settings.master(),
                settings.origins(),
                settings.baseUrl(),
                settings.data(),
                settings.uploads(),
                List.of(admin));
    }
}
