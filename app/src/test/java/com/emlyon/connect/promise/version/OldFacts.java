package com.emlyon.connect.promise.version;

import static java.util.Map.entry;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.api.account.EmailClaimed;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailReleased;
import com.emlyon.connect.api.account.PasswordChanged;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;
import java.util.Map;

/** What the golden files say, in today's words. A new revision gets a new entry; the meaning of the others stays. */
final class OldFacts {

    private static final AccountId PIA = new AccountId("4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0001");
    private static final EmailKey KEY = new EmailKey("kq3vT0u9mCw2Jb1xL8fZrY5hN7dPaS6gE4iOoUtQwXc");
    private static final CheckInId CHECK_IN = new CheckInId("c6740000-0000-4000-8000-000000000001");
    private static final EventId GALA = new EventId("9a1e0000-0000-4000-8000-000000000001");
    private static final Instant MOMENT = Instant.parse("2026-11-23T08:15:30.123456Z");
    private static final Instant EVENING = Instant.parse("2027-05-01T18:30:00Z");

    static final Map<String, Fact> BY_FILE = Map.ofEntries(
            entry(
                    "AccountRegistered-1",
                    new AccountRegistered(
                            PIA,
                            KEY,
                            plain("\"pia@emlyon.com\""),
                            plain("\"Pia Müller\""),
                            plain("\"PGE 2027\""),
                            plain("\"https://avatars.example/pia.png\""),
                            MOMENT)),
            entry(
                    "AccountRegistered-2",
                    new AccountRegistered(
                            PIA,
                            KEY,
                            encrypted(EncryptedTexts.EMAIL),
                            encrypted(EncryptedTexts.NAME),
                            encrypted(EncryptedTexts.PROMOTION),
                            encrypted(EncryptedTexts.AVATAR_URL),
                            MOMENT)),
            entry("AccountRenamed-1", new AccountRenamed(PIA, plain("\"Pia \\\"Pi\\\" Müller\""), MOMENT)),
            entry("AccountRenamed-2", new AccountRenamed(PIA, encrypted(EncryptedTexts.OTHER_NAME), MOMENT)),
            entry("AvatarChanged-1", new AvatarChanged(PIA, "https://avatars.example/other.png", MOMENT)),
            entry("PasswordChanged-1", new PasswordChanged(PIA, MOMENT)),
            entry("AccountDeleted-1", new AccountDeleted(PIA, MOMENT)),
            entry("EmailClaimed-1", new EmailClaimed(KEY, PIA, MOMENT)),
            entry("EmailReleased-1", new EmailReleased(KEY, PIA, MOMENT)),
            entry(
                    "CheckedIn-1",
                    new CheckedIn(
                            PIA,
                            CHECK_IN,
                            plain("{\"place\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181,\"emoji\":null}"),
                            MOMENT,
                            Instant.parse("2026-11-24T08:15:30.123456Z"))),
            entry(
                    "CheckedIn-2",
                    new CheckedIn(
                            PIA,
                            CHECK_IN,
                            plain("{\"place\":\"Le Sucre\",\"latitude\":-45.7489,\"longitude\":4.0,\"emoji\":\"🎵\"}"),
                            MOMENT,
                            Instant.parse("2026-11-23T20:15:30.123456Z"))),
            entry(
                    "CheckedIn-3",
                    new CheckedIn(
                            PIA,
                            CHECK_IN,
                            encrypted(EncryptedTexts.WHEREABOUTS),
                            MOMENT,
                            Instant.parse("2026-11-23T20:15:30.123456Z"))),
            entry("CheckedOut-1", new CheckedOut(PIA, CHECK_IN, MOMENT)),
            entry(
                    "EventCreated-1",
                    new EventCreated(GALA, PIA, plain("\"Gala\""), plain("\"Au parc,\\nà 20 h\""), EVENING, MOMENT)),
            entry(
                    "EventCreated-2",
                    new EventCreated(
                            GALA,
                            PIA,
                            encrypted(EncryptedTexts.TITLE),
                            encrypted(EncryptedTexts.DESCRIPTION),
                            EVENING,
                            MOMENT)),
            entry("EventUpdated-1", new EventUpdated(GALA, plain("\"Bal\""), plain("\"\""), EVENING, MOMENT)),
            entry(
                    "EventUpdated-2",
                    new EventUpdated(
                            GALA,
                            encrypted(EncryptedTexts.OTHER_TITLE),
                            encrypted(EncryptedTexts.NOTHING),
                            EVENING,
                            MOMENT)),
            entry("EventCancelled-1", new EventCancelled(GALA, MOMENT)),
            entry("EventJoined-1", new EventJoined(GALA, PIA, MOMENT)),
            entry("EventLeft-1", new EventLeft(GALA, PIA, MOMENT)));

    private OldFacts() {}

    private static <T> Personal<T> plain(String json) {
        return Personal.encrypted("plain:" + json);
    }

    private static <T> Personal<T> encrypted(String content) {
        return Personal.encrypted("sealed:%s:%s".formatted(PIA, content));
    }
}
