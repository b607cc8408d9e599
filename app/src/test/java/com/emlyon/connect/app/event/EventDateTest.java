package com.emlyon.connect.app.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDateTest {

    private static final ZoneId LYON = ZoneId.of("Europe/Paris");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = "->", textBlock = """
            2027-03-01T18:30:00.000Z            -> 2027-03-01T18:30:00Z
            2027-03-01T18:30:00Z                -> 2027-03-01T18:30:00Z
            2027-03-01T18:30:00z                -> 2027-03-01T18:30:00Z
            2027-03-01T18:30Z                   -> 2027-03-01T18:30:00Z
            2027-03-01 18:30:00Z                -> 2027-03-01T18:30:00Z
            2027-03-01T18:30:00.5Z              -> 2027-03-01T18:30:00.500Z
            2027-03-01T18:30:00.123456789Z      -> 2027-03-01T18:30:00.123Z
            2027-03-01T18:30:00.9999999999999Z  -> 2027-03-01T18:30:00.999Z
            1969-12-31T23:59:59.9999Z           -> 1969-12-31T23:59:59.999Z
            2027-03-01T18:30:00+02:00           -> 2027-03-01T16:30:00Z
            2027-03-01T18:30:00+0200            -> 2027-03-01T16:30:00Z
            2027-03-01T18:30:00.12345-09:30     -> 2027-03-02T04:00:00.123Z
            2027-03-01T18:30-0930               -> 2027-03-02T04:00:00Z
            2027-03-01 18:30:00+0200            -> 2027-03-01T16:30:00Z
            2027-03-01 18:30:00+02:00           -> 2027-03-01T16:30:00Z
            2027-03-01T18:30-00:00              -> 2027-03-01T18:30:00Z
            2027-03-01T23:59:59.999Z            -> 2027-03-01T23:59:59.999Z
            2027-03T10:00Z                      -> 2027-03-01T10:00:00Z
            2027-03-01                          -> 2027-03-01T00:00:00Z
            2028-02-29                          -> 2028-02-29T00:00:00Z
            2027-03                             -> 2027-03-01T00:00:00Z
            2027                                -> 2027-01-01T00:00:00Z
            1999-12-31                          -> 1999-12-31T00:00:00Z
            9999-12-31T23:59:59.999Z            -> 9999-12-31T23:59:59.999Z
            """)
    void anExactDateIsTheSameEverywhere(String iso, Instant expected) {
        assertThat(EventDate.parse(iso, LYON)).contains(expected);
        assertThat(EventDate.parse(iso, NEW_YORK)).contains(expected);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiterString = "->", textBlock = """
            2027-03-01T10:00         -> Europe/Paris     -> 2027-03-01T09:00:00Z
            2027-03-01T10:00         -> America/New_York -> 2027-03-01T15:00:00Z
            2027-03-01 10:00:00      -> Europe/Paris     -> 2027-03-01T09:00:00Z
            2027-03-01 10:00         -> Europe/Paris     -> 2027-03-01T09:00:00Z
            2027-07-01T10:00:00.1239 -> Europe/Paris     -> 2027-07-01T08:00:00.123Z
            2027-03T10:00            -> Europe/Paris     -> 2027-03-01T09:00:00Z
            2027-03-28T02:30         -> Europe/Paris     -> 2027-03-28T01:30:00Z
            2027-10-31T02:30         -> Europe/Paris     -> 2027-10-31T00:30:00Z
            """)
    void aTimeWithoutOffsetIsOneOfTheServersZone(String iso, ZoneId serverZone, Instant expected) {
        assertThat(EventDate.parse(iso, serverZone)).contains(expected);
    }

    @ParameterizedTest(name = "`{0}`")
    @ValueSource(
            strings = {
                "",
                " ",
                "   ",
                "\t\n",
                "demain",
                "03/04/2027",
                "2027/03/04",
                "1803925800000",
                "1803925800",
                "20270301",
                "20270301T100000Z",
                "2027-W09-1",
                "2027-W09",
                "2027W091",
                "2027-060",
                "2027060",
                "2027-02-31",
                "2027-02-29",
                "2027-04-31",
                "2027-02-31T10:00:00Z",
                "2027-13-01",
                "2027-13",
                "2027-00",
                "2027-01-00",
                "2027-01-32",
                "2027-3-1",
                "27-03-01",
                "12027-03-01",
                "+12027-03-01",
                "+002027-03-01",
                "+2027-03-01",
                "-2027-03-01",
                "-2027",
                "12027",
                " 2027-03-01",
                "2027-03-01 ",
                "2027-03-01T",
                "2027-03-01Z",
                "2027-03-01+02:00",
                "2027T10:00Z",
                "2027-03-01T24:00:00Z",
                "2027-03-01T24:00",
                "2027-03-01T25:00:00Z",
                "2027-03-01T10:60:00Z",
                "2027-03-01T23:59:60Z",
                "2027-03-01T10",
                "2027-03-01T10Z",
                "2027-03-01T1:00",
                "2027-03-01T1000",
                "2027-03-01t10:00:00Z",
                "2027-03-01T 10:00",
                "2027-03-01  10:00",
                "2027-03-0110:00",
                "2027-03-01T10:00 10:00",
                "2027-03-01T10:00:00.Z",
                "2027-03-01T10:00:00,5Z",
                "2027-03-01T10:00.5Z",
                "2027-03-01T10:00:00.123.456Z",
                "2027-03-01T10:00:00 Z",
                "2027-03-01T10:00:00ZZ",
                "2027-03-01T10:00:00Z+00:00",
                "2027-03-01T10:00:00+02:00+0200",
                "2027-03-01T10:00:00+02:00[Europe/Paris]",
                "2027-03-01T10:00:00+2",
                "2027-03-01T10:00:00+02",
                "2027-03-01T10:00:00+02:60",
                "2027-03-01T10:00:00+25:00",
                "2027-03-01T10:00:00+02:00:30",
                "2027-03-01T10:00:00 GMT",
                "Mon, 01 Mar 2027 10:00:00 GMT",
                "٢٠٢٧-٠٣-٠١",
                "2027\u201003\u201001",
                "2027-03-01T10:00:00Z\0",
            })
    void anythingElseIsNoDate(String text) {
        assertThat(EventDate.parse(text, LYON)).isEmpty();
    }
}
