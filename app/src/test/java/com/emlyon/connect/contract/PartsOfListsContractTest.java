package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients with much data ask for the part of a list that they show; without parameters a list is whole, as it always was. */
@ContractTest
class PartsOfListsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @Test
    void eventsAreThoseThatBeginFromADateOnAndBeforeAnother() {
        String before = client.newEvent(pia, "Avant", "2034-04-30T23:59:59.999Z");
        String first = client.newEvent(pia, "Premier", "2034-05-01T00:00:00Z");
        String last = client.newEvent(pia, "Dernier", "2034-05-31T23:59:59.999Z");
        String after = client.newEvent(pia, "Après", "2034-06-01T00:00:00Z");

        assertThat(ids("/api/events?from=2034-05-01&to=2034-06-01T00:00:00Z"))
                .contains(first, last)
                .doesNotContain(before, after);
        assertThat(ids("/api/events?from=2034-05-01T02:00:00%2B02:00"))
                .contains(first, last, after)
                .doesNotContain(before);
        assertThat(ids("/api/events?to=2034-05-01")).contains(before).doesNotContain(first, last, after);
        assertThat(ids("/api/events?from=2034-06-01&to=2034-05-01")).isEmpty();
        assertThat(ids("/api/events?from=&to=&after=&limit=")).contains(before, first, last, after);
    }

    @Test
    void eventsThatHaveBegunGoOnShowingForAsLongAsAsked() {
        Instant now = Instant.now();
        String lately =
                client.newEvent(pia, "En cours", now.minus(Duration.ofHours(2)).toString());
        String earlier =
                client.newEvent(pia, "Hier", now.minus(Duration.ofHours(30)).toString());
        String soon =
                client.newEvent(pia, "Bientôt", now.plus(Duration.ofHours(2)).toString());

        assertThat(ids("/api/events?since=PT6H")).contains(lately, soon).doesNotContain(earlier);
        assertThat(ids("/api/events?upcoming=true&since=PT6H"))
                .contains(lately, soon)
                .doesNotContain(earlier);
        assertThat(ids("/api/events?since=P2D")).contains(earlier, lately, soon);
        assertThat(ids("/api/events?since=PT0S")).contains(soon).doesNotContain(earlier, lately);
        assertThat(ids("/api/events?since=P2D&from=" + now)).contains(soon).doesNotContain(earlier, lately);
    }

    @Test
    void pagesFollowEachOther() {
        for (int day = 1; day <= 5; day++) {
            client.newEvent(pia, "Un soir", "2035-03-0%d".formatted(day));
        }
        String range = "/api/events?from=2035-03-01&to=2035-03-06";
        List<String> all = ids(range);

        List<String> paged = new ArrayList<>();
        List<String> page = ids(range + "&limit=2");
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page);
            page = ids(range + "&limit=2&after=" + page.getLast());
        }

        assertThat(all).hasSize(5);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aPageBehindSomethingThatIsGoneIsRefused() {
        String gone = client.newEvent(pia, "Annulé", "2035-04-01");
        client.delete("/api/events/" + gone).as(pia).send();
        Answer answer = client.get("/api/events?limit=2&after=" + gone).as(pia).send();

        assertThat(answer)
                .isFailure(
                        400, "L'élément indiqué par le paramètre after n'est plus dans la liste, recommencez au début");
        assertThat(client.get("/api/users?after=" + UUID.randomUUID()).as(pia).send())
                .hasStatus(400);
        assertThat(client.get("/api/checkins?after=x").as(pia).send()).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4.8,45.7,4.9,45.8           | true
                    4.83,45.76,4.83,45.76       | true
                    4.84,45.7,4.9,45.8          | false
                    4.8,45.77,4.9,45.8          | false
                    170,-90,4.9,90              | true
                    170,-90,-170,90             | false
                    -180,-90,180,90             | true
                    """)
    void checkInsAreThoseInAPartOfTheMap(String box, boolean inIt) {
        String checkIn = client.newCheckIn(pia, "Le Sucre");

        assertThat(ids("/api/checkins?bbox=" + box).contains(checkIn)).isEqualTo(inIt);
    }

    @Test
    void theNewestCheckInsComeFirst() {
        String former = client.newCheckIn(client.newMember("Max Two"), "Le Sucre");
        String latter = client.newCheckIn(pia, "Le Transbordeur");

        assertThat(ids("/api/checkins?limit=2")).hasSizeLessThanOrEqualTo(2).doesNotContain("");
        assertThat(ids("/api/checkins?bbox=4.8,45.7,4.9,45.8&limit=500")).containsSubsequence(latter, former);
        assertThat(ids("/api/checkins?after=" + latter)).doesNotContain(latter).contains(former);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe", "ZO%C3%8B", "zoë", "dupont-zo", "o", "Zoë%20Dupont-Zoë"})
    void studentsAreFoundByAPartOfTheirNameHoweverItIsWritten(String part) {
        Member zoe = client.newMember("Zoë Dupont-Zoë");

        assertThat(ids("/api/users?q=" + part.replace("ë", "%C3%AB"))).contains(zoe.id());
    }

    @Test
    void othersAreNotFound() {
        assertThat(ids("/api/users?q=zoe")).doesNotContain(pia.id());
        assertThat(ids("/api/users?q=%25")).isEmpty();
        assertThat(ids("/api/users?q=pia&limit=1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/events?limit=0                     | Le paramètre limit doit être un nombre entier entre 1 et 500
                    /api/users?limit=501                    | Le paramètre limit doit être un nombre entier entre 1 et 500
                    /api/checkins?limit=two                 | Le paramètre limit doit être un nombre entier entre 1 et 500
                    /api/events?from=demain                 | Les paramètres from et to doivent être des dates, comme 2031-05-01 ou 2031-05-01T18:30:00Z
                    /api/events?to=2031-02-30               | Les paramètres from et to doivent être des dates, comme 2031-05-01 ou 2031-05-01T18:30:00Z
                    /api/events?since=6                     | Le paramètre since doit être une durée de sept jours au plus, comme PT6H
                    /api/events?since=P8D                   | Le paramètre since doit être une durée de sept jours au plus, comme PT6H
                    /api/events?since=-PT1H                 | Le paramètre since doit être une durée de sept jours au plus, comme PT6H
                    /api/events?since=PT99999999999999999H  | Le paramètre since doit être une durée de sept jours au plus, comme PT6H
                    /api/checkins?bbox=4.7,45.7,4.9         | Le paramètre bbox doit être ouest,sud,est,nord en degrés, comme 4.7,45.7,4.9,45.8
                    /api/checkins?bbox=4.7,45.7,4.9,45.8,1  | Le paramètre bbox doit être ouest,sud,est,nord en degrés, comme 4.7,45.7,4.9,45.8
                    /api/checkins?bbox=4.7,45.9,4.9,45.8    | Le paramètre bbox doit être ouest,sud,est,nord en degrés, comme 4.7,45.7,4.9,45.8
                    /api/checkins?bbox=181,45.7,4.9,45.8    | Le paramètre bbox doit être ouest,sud,est,nord en degrés, comme 4.7,45.7,4.9,45.8
                    /api/checkins?bbox=NaN,45.7,4.9,45.8    | Le paramètre bbox doit être ouest,sud,est,nord en degrés, comme 4.7,45.7,4.9,45.8
                    """)
    void whatMakesNoSenseIsRefused(String path, String text) {
        assertThat(client.get(path).as(pia).send()).isFailure(400, text);
        assertThat(client.get(path).as(pia).header("Accept-Language", "en").send())
                .hasStatus(400);
    }

    @Test
    void aPartHasATagOfItsOwn() {
        client.newEvent(pia, "Un soir", "2036-03-01");
        String part = "/api/events?from=2036-03-01&to=2036-03-02";
        String tag = client.get(part).as(pia).send().header("ETag").orElseThrow();

        client.newEvent(pia, "Ailleurs", "2036-04-01");

        assertThat(client.get(part).as(pia).header("If-None-Match", tag).send()).hasStatus(304);
        assertThat(client.get("/api/events")
                        .as(pia)
                        .header("If-None-Match", tag)
                        .send())
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events?limit=1", "/api/users?q=pia", "/api/checkins?bbox=-180,-90,180,90"})
    void withoutATokenNothingIsAnswered(String path) {
        assertThat(client.get(path).send()).hasStatus(401);
    }

    @Test
    void unknownParametersAreOverlooked() {
        assertThat(client.get("/api/users?_=1").as(pia).send().text())
                .isEqualTo(client.get("/api/users").as(pia).send().text());
    }

    private List<String> ids(String path) {
        Answer answer = client.get(path).as(pia).send();
        assertThat(answer).hasStatus(200).isJson();
        return answer.items().map(item -> item.get("id").stringValue()).toList();
    }
}
