package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.avatar.AvatarStore;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Where pictures cannot be stored uploads are refused in words of their own, and everything else is served. */
class UploadStorageTest {

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");
    private final Path folder = Path.of(node.bean(Environment.class).getRequiredProperty("connect.uploads"), "avatars");

    @Test
    void aFolderThatCannotBeWrittenToIsSaidTheFormerPictureStaysAndAllIsWellAgainAfterwards() throws Exception {
        // given
        String former = client.newAvatar(pia);
        Path away = folder.resolveSibling("avatars-away");
        Files.move(folder, away);
        try {
            Files.createFile(folder);

            // when
            Answer refused = upload();

            // then
            assertThat(refused)
                    .isFailure(503, "Les photos ne peuvent pas être enregistrées en ce moment, réessayez plus tard");
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(client.get("/api/users/me").as(pia).send().string("/data/avatarUrl"))
                    .isEqualTo(former);
            assertDegraded("the folder of pictures cannot be written to");
        } finally {
            Files.deleteIfExists(folder);
            Files.move(away, folder);
        }
        assertThat(client.get(former).send()).hasStatus(200);
        assertThat(upload()).hasStatus(200);
        assertThat(client.get("/actuator/health").send().string("/status")).isEqualTo("UP");
    }

    @Test
    void aFullFolderIsSaidAndNothingHalfWrittenIsLeft() throws Exception {
        // given
        String former = client.newAvatar(pia);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", folder.toString()), "may mount");
        try {
            fill(folder.resolve("filler"));

            // when
            Answer refused = upload();

            // then
            assertThat(refused).isFailure(507, "Il n'y a plus de place pour les photos, réessayez plus tard");
            assertThat(client.get("/api/users/me").as(pia).send().string("/data/avatarUrl"))
                    .isEqualTo(former);
            assertDegraded("the folder of pictures is full");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString())).containsExactly("filler");
            }
        } finally {
            run("umount", folder.toString());
        }
        assertThat(client.get(former).send()).hasStatus(200);
        assertThat(upload()).hasStatus(200);
    }

    private void assertDegraded(String reason) {
        Answer health = client.get("/actuator/health").send();
        assertThat(health).hasStatus(200);
        assertThat(health.string("/status")).isEqualTo("DEGRADED");
        assertThat(node.bean(AvatarStore.class).obstacle()).contains(reason);
        assertThat(client.get("/api/health").send()).hasStatus(200);
    }

    private Answer upload() {
        return client.post("/api/users/me/avatar")
                .as(pia)
                .multipart(Multipart.avatar("a.png", "image/png", Pictures.png()))
                .send();
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream filler = Files.newOutputStream(file)) {
            while (true) {
                filler.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(file).getUsableSpace()).isZero();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
