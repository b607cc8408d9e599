package com.emlyon.connect.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.eventstore.personal.PersonErased;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of persons on two nodes of one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonKeysTest {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final String url = TestPostgres.freshDatabaseUrl();
    private final TestNode nodeOne = TestNode.start(url);
    private final TestNode nodeTwo = TestNode.start(url);
    private final PersonalDataCipher one = nodeOne.bean(PersonalDataCipher.class);
    private final PersonalDataCipher two = nodeTwo.bean(PersonalDataCipher.class);
    private final JdbcClient database = nodeOne.bean(JdbcClient.class);
    private AccountId pia = AccountId.random();

    @BeforeEach
    void somebodyNew() {
        pia = AccountId.random();
    }

    @AfterAll
    void stop() {
        nodeTwo.close();
        nodeOne.close();
    }

    @Test
    void whatOneNodeSealsTheOtherOpens() {
        Whereabouts where = new Whereabouts("Le Sucre", 45.7489, -4.0, null);

        Personal<Whereabouts> encrypted = Personal.encrypted(one.encrypt(Personal.of(pia, where)));

        assertThat(encrypted.asEncrypted()).startsWith("sealed:" + pia + ":").doesNotContain("Sucre");
        assertThat(two.decrypt(encrypted, Whereabouts.class)).hasValue(where);
        assertThat(one.decrypt(encrypted, Whereabouts.class)).hasValue(where);
    }

    @Test
    void thoseWhoSealAtTheSameMomentShareTheKeyThatWasMadeFirst() {
        List<String> encrypted = Simultaneously.all(
                16, number -> () -> (number % 2 == 0 ? one : two).encrypt(Personal.of(pia, "saying " + number)));

        for (int i = 0; i < encrypted.size(); i++) {
            assertThat(one.text(Personal.encrypted(encrypted.get(i)))).hasValue("saying " + i);
            assertThat(two.text(Personal.encrypted(encrypted.get(i)))).hasValue("saying " + i);
        }
    }

    @Test
    void onceTheKeyIsDestroyedNobodyOpensAnythingAndNobodySealsAnyMore() {
        // given
        Personal<String> encrypted = Personal.encrypted(one.encrypt(Personal.of(pia, "Pia")));
        assertThat(one.text(encrypted)).hasValue("Pia");
        assertThat(two.text(encrypted)).hasValue("Pia");

        // when
        destroy(pia);

        // then
        for (PersonalDataCipher cipher : List.of(one, two)) {
            await().atMost(A_WHILE).until(() -> cipher.text(encrypted).isEmpty());
            assertThat(cipher.reveal(encrypted.asEncrypted())).isEmpty();
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> cipher.encrypt(Personal.of(pia, "Pia again")))
                    .returns(new PersonErased(pia.value()), Refused::refusal);
        }
    }

    @Test
    void whoNeverHadAKeyGetsNoneAfterHavingGone() {
        destroy(pia);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> two.encrypt(Personal.of(pia, "Pia")));
    }

    @Test
    void theDatabaseLetsNobodyReviveADestroyedKey() {
        one.encrypt(Personal.of(pia, "Pia"));
        destroy(pia);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> database.sql("UPDATE store.person_key SET master = 'm', wrapped = 'w' WHERE person = ?")
                                .param(pia.value())
                                .update())
                .withMessageContaining("stays destroyed");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("DELETE FROM store.person_key WHERE person = ?")
                        .param(pia.value())
                        .update())
                .withMessageContaining("stays destroyed");
    }

    @Test
    void norMakesAnybodyLoseAllOrTakeThoseOfOthers() {
        one.encrypt(Personal.of(pia, "Pia"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("TRUNCATE store.person_key").update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("UPDATE store.person_key SET person = 'somebody' WHERE person = ?")
                        .param(pia.value())
                        .update());
    }

    @Test
    void oneThatIsDamagedTakesNobodyElsesAlong() {
        AccountId max = AccountId.random();
        String ofPia = one.encrypt(Personal.of(pia, "Pia"));
        String ofMax = one.encrypt(Personal.of(max, "Max"));
        database.sql("UPDATE store.person_key SET wrapped = 'damaged' WHERE person = ?")
                .param(pia.value())
                .update();

        two.expect(Set.of(pia, max));

        assertThat(two.text(Personal.encrypted(ofMax))).hasValue("Max");
        assertThat(two.text(Personal.encrypted(ofPia))).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> two.encrypt(Personal.of(pia, "Pia")));
    }

    @Test
    void manyAreExpectedAtOnce() {
        AccountId tom = AccountId.random();
        Personal<String> ofPia = Personal.encrypted(one.encrypt(Personal.of(pia, "Pia")));
        Personal<String> ofTom = Personal.encrypted(one.encrypt(Personal.of(tom, "Tom")));

        two.expect(Set.of(pia, tom, AccountId.random()));

        assertThat(two.text(ofPia)).hasValue("Pia");
        assertThat(two.text(ofTom)).hasValue("Tom");
    }

    @Test
    void whatWasNeverSealedIsRead() {
        assertThat(one.text(Personal.encrypted("plain:\"Pia \\\"Pi\\\"\""))).hasValue("Pia \"Pi\"");
        assertThat(one.text(Personal.encrypted("Pia"))).hasValue("Pia");
        assertThat(one.decrypt(Personal.encrypted(""), Whereabouts.class)).isEmpty();
        assertThat(one.text(Personal.of(pia, "Pia"))).hasValue("Pia");
    }

    private void destroy(AccountId person) {
        database.sql("""
                        INSERT INTO store.person_key (person) VALUES (?)
                        ON CONFLICT (person) DO UPDATE SET master = NULL, wrapped = NULL
                        """).param(person.value()).update();
    }
}
