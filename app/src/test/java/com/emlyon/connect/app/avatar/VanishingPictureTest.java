package com.emlyon.connect.app.avatar;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.images.CleanPicture;
import com.emlyon.platform.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that is replaced between the moment in which it is found and the moment in which it is read. */
class VanishingPictureTest {

    private TestNode node;
    private ContractClient client;
    private Member eva;
    private String picture;

    @BeforeEach
    void start(@TempDir Path uploads) {
        AvatarStore folder = new AvatarFolder(uploads, Clock.systemUTC());
        node = TestNode.startWith(AvatarStore.class, new Vanishing(folder), TestPostgres.freshDatabaseUrl());
        client = new ContractClient(node);
        eva = client.newMember("Eva Three");
        picture = client.newAvatar(eva);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void isNotFoundByWhoAsksForIt() {
        Answer whole = client.get(picture).send();

        assertThat(whole).isFailure(404, "Route introuvable");
        assertThat(whole.header("ETag")).isEmpty();
    }

    @Test
    void isNotFoundByWhoAsksForItsBeginning() {
        assertThat(client.get(picture).header("Range", "bytes=0-3").send()).isFailure(404, "Route introuvable");
    }

    @Test
    void isMissingInAnExport() {
        Answer export = client.get("/api/users/me/export").as(eva).send();

        assertThat(export).hasStatus(200);
        assertThat(export.json().get("picture").isNull()).isTrue();
    }

    /** Removes each picture as soon as it has said that it is there. */
    private record Vanishing(AvatarStore store) implements AvatarStore {

        @Override
        public Optional<StoredAvatar> open(String nameOrPath) {
            Optional<StoredAvatar> found = store.open(nameOrPath);
            store.delete(nameOrPath);
            return found;
        }

        @Override
        public String keep(CleanPicture picture) {
            return store.keep(picture);
        }

        @Override
        public void delete(String nameOrPath) {
            store.delete(nameOrPath);
        }

        @Override
        public Optional<String> obstacle() {
            return store.obstacle();
        }

        @Override
        public List<String> keptBefore(Instant moment) {
            return store.keptBefore(moment);
        }
    }
}
