package com.emlyon.connect.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.eventstore.personal.KeyVault;
import com.emlyon.platform.eventstore.personal.PersonErased;
import com.emlyon.platform.eventstore.personal.Personal;
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
    private final KeyVault one = nodeOne.bean(KeyVault.class);
    private final KeyVault two = nodeTwo.bean(KeyVault.class);
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

        Personal<Whereabouts> sealed = Personal.kept(one.seal(Personal.of(pia, where)));

        assertThat(sealed.asKept()).startsWith("sealed:" + pia + ":").doesNotContain("Sucre");
        assertThat(two.open(sealed, Whereabouts.class)).hasValue(where);
        assertThat(one.open(sealed, Whereabouts.class)).hasValue(where);
    }

    @Test
    void thoseWhoSealAtTheSameMomentShareTheKeyThatWasMadeFirst() {
        List<String> sealed = Simultaneously.all(
                16, number -> () -> (number % 2 == 0 ? one : two).seal(Personal.of(pia, "saying " + number)));

        for (int i = 0; i < sealed.size(); i++) {
            assertThat(one.text(Personal.kept(sealed.get(i)))).hasValue("saying " + i);
            assertThat(two.text(Personal.kept(sealed.get(i)))).hasValue("saying " + i);
        }
    }

    @Test
    void onceTheKeyIsDestroyedNobodyOpensAnythingAndNobodySealsAnyMore() {
        // given
        Personal<String> sealed = Personal.kept(one.seal(Personal.of(pia, "Pia")));
        assertThat(one.text(sealed)).hasValue("Pia");
        assertThat(two.text(sealed)).hasValue("Pia");

        // when
        destroy(pia);

        // then
        for (KeyVault vault : List.of(one, two)) {
            await().atMost(A_WHILE).until(() -> vault.text(sealed).isEmpty());
            assertThat(vault.reveal(sealed.asKept())).isEmpty();
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> vault.seal(Personal.of(pia, "Pia again")))
                    .returns(new PersonErased(pia.value()), Refused::refusal);
        }
    }

    @Test
    void whoNeverHadAKeyGetsNoneAfterHavingGone() {
        destroy(pia);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> two.seal(Personal.of(pia, "Pia")));
    }

    @Test
    void theDatabaseLetsNobodyReviveADestroyedKey() {
        one.seal(Personal.of(pia, "Pia"));
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
        one.seal(Personal.of(pia, "Pia"));

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
        String ofPia = one.seal(Personal.of(pia, "Pia"));
        String ofMax = one.seal(Personal.of(max, "Max"));
        database.sql("UPDATE store.person_key SET wrapped = 'damaged' WHERE person = ?")
                .param(pia.value())
                .update();

        two.expect(Set.of(pia, max));

        assertThat(two.text(Personal.kept(ofMax))).hasValue("Max");
        assertThat(two.text(Personal.kept(ofPia))).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> two.seal(Personal.of(pia, "Pia")));
    }

    @Test
    void manyAreExpectedAtOnce() {
        AccountId tom = AccountId.random();
        Personal<String> ofPia = Personal.kept(one.seal(Personal.of(pia, "Pia")));
        Personal<String> ofTom = Personal.kept(one.seal(Personal.of(tom, "Tom")));

        two.expect(Set.of(pia, tom, AccountId.random()));

        assertThat(two.text(ofPia)).hasValue("Pia");
        assertThat(two.text(ofTom)).hasValue("Tom");
    }

    @Test
    void whatWasNeverSealedIsRead() {
        assertThat(one.text(Personal.kept("plain:\"Pia \\\"Pi\\\"\""))).hasValue("Pia \"Pi\"");
        assertThat(one.text(Personal.kept("Pia"))).hasValue("Pia");
        assertThat(one.open(Personal.kept(""), Whereabouts.class)).isEmpty();
        assertThat(one.text(Personal.of(pia, "Pia"))).hasValue("Pia");
    }

    private void destroy(AccountId person) {
        database.sql("""
                        INSERT INTO store.person_key (person) VALUES (?)
                        ON CONFLICT (person) DO UPDATE SET master = NULL, wrapped = NULL
                        """).param(person.value()).update();
    }
}
