package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/users/me/export}: everything that is held about somebody, in clear, and nothing of others. */
@ContractTest
class ExportContractTest {

    private static final String EXPORT = "/api/users/me/export";

    private final ContractClient client = new ContractClient();

    @Test
    void aStudentTakesAllAlong() {
        // given
        Member eva = client.newMember("Eva Three");
        Member max = client.newMember("Max Two");
        client.put("/api/users/me").as(eva).json("{\"name\":\"Eva Four\"}").send();
        client.newCheckIn(eva, "Le Sucre");
        String own = client.newEvent(eva, "Chez Eva", "2031-05-01");
        client.put("/api/events/" + own).as(eva).json("{\"title\":\"Bal\"}").send();
        client.post("/api/events/" + own + "/attend").as(max).send();
        String joined = client.newEvent(max, "Chez Max", "2031-05-01");
        client.post("/api/events/" + joined + "/attend").as(eva).send();
        client.delete("/api/events/" + joined + "/attend").as(eva).send();
        client.newAvatar(eva);
        client.login(eva.email(), ContractClient.PASSWORD);

        // when
        Answer answer = client.get(EXPORT).as(eva).send();

        // then
        assertThat(answer).hasStatus(200).isJson();
        assertThat(answer.header("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value)
                        .matches("attachment; filename=\"emlyon-connect-\\d{4}-\\d\\d-\\d\\d\\.json\""));
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        JsonNode export = answer.json();
        assertThat(schemaNamedBy(export, eva).validate(export)).isEmpty();
        assertThat(export.at("/account/email").stringValue()).isEqualTo(eva.email());
        assertThat(export.at("/account/name").stringValue()).isEqualTo("Eva Four");
        assertThat(export.at("/sessions").size()).isEqualTo(2);
        assertThat(export.at("/picture/mediaType").stringValue()).isEqualTo("image/png");
        assertThat(Base64.getDecoder().decode(export.at("/picture/base64").stringValue()))
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(types(export))
                .containsExactly(
                        "EmailClaimed",
                        "AccountRegistered",
                        "AccountRenamed",
                        "CheckedIn",
                        "EventCreated",
                        "EventUpdated",
                        "EventJoined",
                        "EventLeft",
                        "AvatarChanged");
        assertThat(export.get("audit")
                        .valueStream()
                        .map(entry -> entry.get("kind").stringValue()))
                .contains("REGISTERED");
        assertThat(says(export, "AccountRegistered").get("name").stringValue()).isEqualTo("Eva Three");
        assertThat(says(export, "CheckedIn").at("/whereabouts/place").stringValue())
                .isEqualTo("Le Sucre");
        assertThat(says(export, "EventUpdated").get("title").stringValue()).isEqualTo("Bal");
        assertThat(says(export, "EventLeft").get("event").stringValue()).isEqualTo(joined);
        assertThat(answer.text())
                .doesNotContain("Chez Max", "Max Two", max.id(), max.email(), ContractClient.PASSWORD, "$2a$");
    }

    @Test
    void whoHasDoneNothingYetTakesLittleAlong() {
        Member eva = client.newMember("Eva Three");

        JsonNode export = client.get(EXPORT).as(eva).send().json();

        assertThat(schemaNamedBy(export, eva).validate(export)).isEmpty();
        assertThat(export.get("picture").isNull()).isTrue();
        assertThat(types(export)).containsExactly("EmailClaimed", "AccountRegistered");
    }

    @Test
    void nobodyTakesAnythingAlongWithoutAToken() {
        assertThat(client.get(EXPORT).send()).isFailure(401, "Token non fourni");
        assertThat(client.get(EXPORT + "/schema").send()).isFailure(401, "Token non fourni");
        assertThat(client.get("/api/users/" + client.newMember("Eva").id() + "/export")
                        .as(client.newMember("Max"))
                        .send())
                .hasStatus(404);
    }

    /** As somebody would who has the file and the account. */
    private Schema schemaNamedBy(JsonNode export, Member reader) {
        String address = export.get("$schema").stringValue();
        Answer schema = client.get(address.substring(address.indexOf("/api/")))
                .as(reader)
                .send();
        assertThat(schema).hasStatus(200);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.json());
    }

    private static List<String> types(JsonNode export) {
        return export.get("history")
                .valueStream()
                .map(fact -> fact.get("type").stringValue())
                .toList();
    }

    private static JsonNode says(JsonNode export, String type) {
        return export.get("history")
                .valueStream()
                .filter(fact -> fact.get("type").stringValue().equals(type))
                .findFirst()
                .orElseThrow()
                .get("says");
    }
}
