package com.emlyon.connect.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that try to leave their folder, or to come around a door; more of them in {@code UploadsContractTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapingPathsTest {

    private static final String KEPT = "for nobody's eyes";

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/uploads/../secret",
                "/uploads/%2e%2e/secret",
                "/uploads/..%2fsecret",
                "/uploads/avatars/..%2f..%2fsecret",
                "/uploads/avatars/%2e%2e%2f%2e%2e%2fsecret",
                "/uploads/avatars/..%5c..%5csecret",
                "/uploads/avatars/..;/..;/secret",
                "/uploads/avatars/;/../../secret",
                "/uploads/avatars/%2e%2e;/%2e%2e;/secret",
                "/uploads/avatars/..%252f..%252fsecret",
                "/uploads/avatars/%252e%252e/%252e%252e/secret",
                "/uploads/avatars/%c0%ae%c0%ae/%c0%ae%c0%ae/secret",
                "/uploads/avatars/%e0%80%ae%e0%80%ae/secret",
                "/uploads/avatars/%u002e%u002e/secret",
                "/uploads/avatars/%EF%BC%8E%EF%BC%8E%EF%BC%8Fsecret",
                "/uploads/avatars/....//....//secret",
                "/uploads/avatars/..%00/..%00/secret",
                "/uploads/avatars/../../secret%00.png",
                "/uploads/avatars/..%0d%0a/secret",
                "/uploads/avatars/file:%2f%2fSECRET",
                "/uploads/avatars/SECRET",
                "/uploads/avatars//SECRET",
                "/uploads/avatars/.",
                "/uploads/avatars/..",
                "/uploads\\..\\secret",
                "/UPLOADS/avatars/../../secret",
                "/swagger-ui/../secret",
                "/swagger-ui/%2e%2e%2f%2e%2e%2fapplication.yaml",
                "/webjars/..%2fapplication.yaml",
                "/webjars/%2e%2e/application.yaml",
                "/application.yaml",
                "/db/migration/V1__event_store.sql",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/.git/config",
                "/.env"
            })
    void noPathLeadsToAnotherFile(String target) throws IOException {
        // given
        Path secret = node.bean(Settings.class).data().resolve("secret");
        Files.writeString(secret, KEPT);

        // when
        Answer answer = client.raw().send("GET", target.replace("SECRET", secret.toString()));

        // then
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text())
                .startsWith("{\"success\":false,\"message\":\"")
                .doesNotContain(KEPT, "CREATE TABLE", "logging:", "Manifest-Version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users",
                "/API/USERS",
                "/api;x=y/users",
                "/api/users;x",
                "/%61pi/users",
                "/api/%75sers",
                "/api/users/",
                "/api/users?x",
                "/api/./users",
                "/api//users",
                "//api/users",
                "/x/../api/users",
                "/api/auth/../users",
                "/api/auth/..;/users",
                "/api/health/../users",
                "/api/health/%2e%2e/users",
                "/api/users%20",
                "/api/users%09",
                "/api/users%00",
                "/api/users.json",
                "/api/users%2f",
                "\\api\\users",
                "http://localhost/api/users",
                "*"
            })
    void noSpellingComesAroundTheDoor(String target) {
        Answer student = client.raw().send("GET", target);
        Answer admin = client.raw()
                .send(
                        "GET",
                        target.replaceFirst("(?i)(u|%75)sers", "admin/projections"),
                        "Authorization: Bearer " + pia.token());

        assertThat(student.status()).isIn(400, 401, 404);
        assertThat(admin.status()).isIn(400, 403, 404);
        assertThat(student.text() + admin.text()).doesNotContain(pia.id(), "\"generation\"");
    }

    @Test
    void whatOperatorsLookAtShowsNoFileAndNoMemory() {
        for (String page :
                new String[] {"env", "heapdump", "threaddump", "logfile", "configprops", "beans", "shutdown", "loggers"
                }) {
            assertThat(client.get("/actuator/" + page).send().status()).isEqualTo(404);
            assertThat(client.post("/actuator/" + page).send().status()).isEqualTo(404);
        }
    }
}
