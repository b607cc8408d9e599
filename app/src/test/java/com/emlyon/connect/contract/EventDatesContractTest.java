package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4: which texts are dates, for creation and change alike. */
@ContractTest
class EventDatesContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final String gala = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T18:30:00.000Z, 1803925800000",
        "2027-03-01T18:30:00Z, 1803925800000",
        "2027-03-01T18:30:00.123Z, 1803925800123",
        "2027-03-01T20:30:00.000+02:00, 1803925800000",
        "2027-03-01T13:30:00-05:00, 1803925800000",
        "2027-03-01, 1803859200000",
        "2027, 1798761600000",
        "2028-02-29T00:00:00.000Z, 1835395200000",
        "1999-12-31T23:59:59.999Z, 946684799999"
    })
    void aDateIsAnsweredInMillisecondsSince1970(String date, long milliseconds) {
        assertDate(date, milliseconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T10:00, 2027-03-01T10:00:00",
        "2027-03-01 10:00:00, 2027-03-01T10:00:00",
        "2027-07-01T10:00:30, 2027-07-01T10:00:30"
    })
    void aTimeWithoutZoneIsThatOfTheServer(String date, LocalDateTime local) {
        assertDate(date, local.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"   \"",
                "null",
                "\"demain\"",
                "\"2027-13-01\"",
                "\"2027-00-10\"",
                "\"2027-02-31\"",
                "\"2027-02-29\"",
                "\"2027-04-31T10:00:00.000Z\"",
                "\"2027-03-01T24:00:00Z\"",
                "\"2027-03-01T25:00:00Z\"",
                "\"2027-03-01T10:60:00Z\"",
                "\"2027-W09-1\"",
                "\"2027-060\"",
                "\"20270301\"",
                "\"03/04/2027\"",
                "\"1803925800000\"",
                "1803925800000",
                "2027",
                "true",
                "[\"2027-03-01\"]",
                "{}",
                "\"2027-03-01T10:00:00Z'; DROP TABLE events\""
            })
    void everythingElseIsNoDateForANewEvent(String date) {
        assertThat(create(date)).isFailure(400, "Date invalide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"   \"",
                "\"demain\"",
                "\"2027-13-01\"",
                "\"2027-02-31\"",
                "\"2027-03-01T24:00:00Z\"",
                "\"2027-W09-1\"",
                "\"2027-060\"",
                "\"20270301\"",
                "\"03/04/2027\"",
                "\"1803925800000\"",
                "1803925800000",
                "2027",
                "[\"2027-03-01\"]",
                "{\"set\":\"2027-03-01T10:00:00.000Z\"}"
            })
    void everythingElseIsNoDateForAChange(String date) {
        // when
        Answer answer = client.put("/api/events/" + gala)
                .as(pia)
                .json("{\"title\":\"Changé\",\"date\":%s}".formatted(date))
                .send();

        // then
        Answer event = client.get("/api/events/" + gala).as(pia).send();
        assertThat(answer).isFailure(400, "Date invalide");
        assertThat(event.string("/data/title")).isNotEqualTo("Changé");
    }

    private void assertDate(String date, long milliseconds) {
        Answer created = create(Json.quoted(date));
        Answer changed = client.put("/api/events/" + gala)
                .as(pia)
                .json("{\"date\":%s}".formatted(Json.quoted(date)))
                .send();

        assertThat(created).hasStatus(201);
        assertThat(created.wholeNumber("/data/date")).isEqualTo(milliseconds);
        assertThat(changed).hasStatus(200);
        assertThat(changed.wholeNumber("/data/date")).isEqualTo(milliseconds);
    }

    private Answer create(String date) {
        return client.post("/api/events")
                .as(pia)
                .json("{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":%s}".formatted(date))
                .send();
    }
}
