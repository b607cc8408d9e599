package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ContractTest
class UsersContractTest {

    private static final int NAME_LIMIT = 100;

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void iSeeMyEmail() {
        assertThat(client.get("/api/users/me").as(pia).send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"data\":%s}".formatted(me(pia, "Pia One")));
    }

    @Test
    void othersSeeMeWithoutIt() {
        assertThat(client.get("/api/users/" + pia.id()).as(max).send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"data\":%s}".formatted(publicly(pia)));
        assertThat(client.get("/api/users/" + pia.id()).as(pia).send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"data\":%s}".formatted(publicly(pia)));
    }

    @Test
    void anUnknownUserIsNotFound() {
        assertThat(client.get("/api/users/" + UUID.randomUUID()).as(pia).send())
                .isFailure(404, "Utilisateur introuvable");
    }

    @Test
    void theListHoldsEverybodyWithoutEmails() {
        Answer list = client.get("/api/users").as(max).send();

        assertThat(list).hasStatus(200).isJson();
        assertThat(list.rawData()).startsWith("[{").contains(publicly(pia)).contains(publicly(max));
        assertThat(list.text()).doesNotContain(pia.email()).doesNotContain("\"email\"");
        assertThat(list.items())
                .allSatisfy(user ->
                        assertThat(user.propertyNames()).containsExactly("id", "name", "avatarUrl", "createdAt"));
    }

    @Test
    void theListIsByName() {
        // given
        String prefix = "Liste " + ContractClient.unique();
        Member second = client.newMember(prefix + " b");
        Member third = client.newMember(prefix + " c");
        Member first = client.newMember(prefix + " a");

        // when
        Answer list = client.get("/api/users").as(max).send();

        // then
        assertThat(list.items(user -> user.get("name").stringValue().startsWith(prefix))
                        .map(user -> user.get("id").stringValue()))
                .containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void renamingAnswersMeAndShowsEverywhere() {
        // given
        Member member = client.newMember("Ancien");
        String event = client.newEvent(member, "Gala", "2031-05-01T18:30:00.000Z");
        client.newCheckIn(member, "Le Sucre");

        // when
        Answer answer = rename(member, "{\"name\":\"  Nouveau <b>é</b> \"}");

        // then
        String name = "Nouveau <b>é</b>";
        assertThat(answer)
                .hasStatus(200)
                .hasBody(
                        "{\"success\":true,\"message\":\"Profil mis à jour\",\"data\":%s}".formatted(me(member, name)));
        assertThat(client.get("/api/users/" + member.id()).as(max).send().string("/data/name"))
                .isEqualTo(name);
        Answer seen = client.get("/api/events/" + event).as(max).send();
        assertThat(seen.string("/data/creator/name")).isEqualTo(name);
        assertThat(seen.string("/data/attendees/0/name")).isEqualTo(name);
        assertThat(client.get("/api/checkins/user/" + member.id())
                        .as(max)
                        .send()
                        .string("/data/user/name"))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"email\":\"x@emlyon.com\",\"password\":\"autrechose\"}", "{\"nom\":\"x\"}"})
    void withoutANameNothingChanges(String body) {
        assertThat(rename(pia, body))
                .hasStatus(200)
                .hasBody("{\"success\":true,\"message\":\"Profil mis à jour\",\"data\":%s}"
                        .formatted(me(pia, "Pia One")));
    }

    @Test
    void noBodyChangesNothing() {
        assertThat(client.put("/api/users/me").as(pia).send()).hasStatus(200);
        assertThat(client.get("/api/users/me").as(pia).send().string("/data/name"))
                .isEqualTo("Pia One");
    }

    @Test
    void onlyTheNameCanBeChanged() {
        // given
        Member member = client.newMember("Ancien");

        // when
        Answer answer = rename(member, """
                {"name":"Nouveau","email":"autre@emlyon.com","password":"autrechose","promotion":"PhD",\
                "avatarUrl":"https://example.org/a.png","id":"x","createdAt":"2020-01-01T00:00:00.000Z"}""");

        // then
        Answer login = client.login(member.email(), ContractClient.PASSWORD);
        assertThat(answer).hasStatus(200);
        assertThat(answer.at("/data").toString()).isEqualTo(me(member, "Nouveau"));
        assertThat(login).hasStatus(200);
        assertThat(login.string("/data/user/promotion")).isEqualTo("Dev");
        assertThat(login.string("/data/user/avatarUrl")).isEqualTo(member.avatarUrl());
        assertThat(Instant.parse(login.string("/data/user/updatedAt"))).isAfter(Instant.parse(member.createdAt()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":""}
            {"name":"   "}
            {"name":null}
            {"name":{}}
            {"name":{"set":"x"}}
            {"name":["x"]}
            {"name":[]}
            """)
    void aNameThatIsEmptyOrNoTextIsRefused(String body) {
        assertThat(rename(pia, body)).isFailure(400, "Le nom ne peut pas être vide");
        assertThat(client.get("/api/users/me").as(pia).send().string("/data/name"))
                .isEqualTo("Pia One");
    }

    @Test
    void aNameOfTheLimitIsTakenAndALongerOneRefused() {
        Member member = client.newMember("Ancien");
        String longest = "🎵".repeat(NAME_LIMIT);

        assertThat(rename(member, "{\"name\":\"%sa\"}".formatted(longest))).isFailureInOwnWords(400);
        assertThat(rename(member, "{\"name\":\" %s \"}".formatted(longest)).string("/data/name"))
                .isEqualTo(longest);
    }

    @Test
    void aNulInTheNameIsRefused() {
        assertThat(rename(pia, "{\"name\":\"a\\u0000b\"}")).isFailureInOwnWords(400);
    }

    @Test
    void theDefaultAvatarLeaksNoEmail() {
        List<String> answers = List.of(
                client.get("/api/users").as(max).send().text(),
                client.get("/api/users/" + pia.id()).as(max).send().text());

        assertThat(answers).noneMatch(text -> text.contains(pia.email()));
    }

    private Answer rename(Member member, String body) {
        return client.put("/api/users/me").as(member).json(body).send();
    }

    private static String me(Member member, String name) {
        return "{\"id\":\"%s\",\"email\":\"%s\",\"name\":\"%s\",\"avatarUrl\":\"%s\",\"createdAt\":\"%s\"}"
                .formatted(member.id(), member.email(), name, member.avatarUrl(), member.createdAt());
    }

    private static String publicly(Member member) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"avatarUrl\":\"%s\",\"createdAt\":\"%s\"}"
                .formatted(member.id(), member.name(), member.avatarUrl(), member.createdAt());
    }
}
