package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.Change.Kind;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LivePosition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of somebody in frames that are told after they have gone. */
class RedactionTest {

    private static final String PIA =
            "{\"id\":\"4e41\",\"name\":\"Pia\",\"avatarUrl\":\"https://pia.example\",\"promotion\":\"EMI\"}";
    private static final String TOM = "{\"id\":\"4e42\",\"name\":\"Tom\",\"avatarUrl\":\"https://tom.example\"}";
    private static final String SOMEBODY = "{\"id\":\"4e41\",\"name\":\"Compte supprimé\",\"avatarUrl\":"
            + "\"https://api.dicebear.com/7.x/shapes/svg?seed=deleted\",\"promotion\":\"\"}";

    private final Redaction redaction =
            Redaction.after(List.of(goodbye("4e41"), new Commit(at(), List.of(), true, true)));

    @Test
    void theirCheckInIsNowhere() {
        assertThat(
                        told(
                                "{\"type\":\"added\",\"entity\":\"checkIn\",\"position\":\"a.1.2\",\"data\":{\"id\":\"c1\",\"user\":"
                                        + PIA
                                        + ",\"locationName\":\"Chez Pia\",\"latitude\":45.7,\"longitude\":4.8,\"timestamp\":5,\"statusEmoji\":\"🍻\"}}"))
                .isEqualTo(
                        "{\"type\":\"added\",\"entity\":\"checkIn\",\"position\":\"a.1.2\",\"data\":{\"id\":\"c1\",\"user\":"
                                + SOMEBODY
                                + ",\"locationName\":\"Compte supprimé\",\"latitude\":0,\"longitude\":0,\"timestamp\":5,\"statusEmoji\":null}}");
    }

    @Test
    void theirEventHasNoWords() {
        assertThat(told(
                        "{\"data\":{\"id\":\"e1\",\"title\":\"Bal\",\"description\":\"Chez Pia\",\"date\":1,\"creator\":"
                                + PIA + ",\"attendees\":[" + PIA + "," + TOM + "]}}"))
                .isEqualTo(
                        "{\"data\":{\"id\":\"e1\",\"title\":\"Compte supprimé\",\"description\":\"Compte supprimé\",\"date\":1,"
                                + "\"creator\":" + SOMEBODY + ",\"attendees\":[" + SOMEBODY + "," + TOM + "]}}");
    }

    @Test
    void whatOthersSayStaysToTheLetter() {
        String frame = "{\"data\":{\"id\":\"e1\",\"title\":\"Bal\",\"description\":\"Chez Tom\",\"date\":1,\"creator\":"
                + TOM + ",\"attendees\":[" + TOM + "]}}";
        assertThat(told(frame)).isEqualTo(frame);
        assertThat(told(frame.replace("[" + TOM, "[" + PIA + "," + TOM)))
                .isEqualTo(frame.replace("[" + TOM, "[" + SOMEBODY + "," + TOM));
    }

    @Test
    void thatTheyHaveGoneIsToldAsItIs() {
        String frame = "{\"type\":\"removed\",\"entity\":\"user\",\"position\":\"a.1.2\",\"data\":{\"id\":\"4e41\"}}";
        assertThat(told(frame)).isEqualTo(frame);
    }

    @Test
    void whileNobodyGoesNothingIsNeeded() {
        assertThat(redaction.isNeeded()).isTrue();
        assertThat(Redaction.after(List.of(new Commit(at(), List.of(), false, true)))
                        .isNeeded())
                .isFalse();
    }

    private String told(String frame) {
        return redaction.of(SharedText.of(frame)).text();
    }

    private static Commit goodbye(String account) {
        AccountView former = new AccountView(new AccountId(account), "", "", "", "", Instant.EPOCH, Instant.EPOCH);
        return new Commit(at(), List.of(new OfAccount(Kind.REMOVED, former)), false, true);
    }

    private static LivePosition at() {
        return new LivePosition("aa", 1, Instant.EPOCH);
    }
}
