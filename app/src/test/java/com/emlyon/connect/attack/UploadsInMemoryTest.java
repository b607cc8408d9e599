package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An upload is read one at a time of an account, and nothing of it lies on the disk as it came. */
class UploadsInMemoryTest {

    private static final int HALF = 1_000_000;

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Wire wire = new Wire(TestNode.shared().http());

    @Test
    void whileOneComesAnotherIsRefusedAndNoFileIsWritten() throws IOException {
        Member pia = client.newMember("Pia One");
        List<Path> before = spooled();
        try (Socket socket = wire.open()) {
            // given
            socket.getOutputStream()
                    .write(("""
                    POST /api/users/me/avatar HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: multipart/form-data; boundary=x
                    Content-Length: %d

                    --x
                    Content-Disposition: form-data; name="avatar"; filename="a.png"
                    Content-Type: image/png

                    """.replace("\n", "\r\n").formatted(pia.token(), 2 * HALF) + "GPS".repeat(HALF / 3))
                            .getBytes(StandardCharsets.US_ASCII));

            // when
            await().atMost(Duration.ofMinutes(1)).until(() -> another(pia).status() == 429);

            // then
            Answer refused = another(pia);
            assertThat(refused).isFailure(429, "Trop de requêtes, réessayez dans un instant");
            assertThat(refused.header("Retry-After")).hasValue("1");
            assertThat(spooled()).isEqualTo(before);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> another(pia).status() == 200);
    }

    private Answer another(Member member) {
        return client.post("/api/users/me/avatar")
                .as(member)
                .multipart(Multipart.avatar("a.png", "image/png", Pictures.png()))
                .send();
    }

    /** What Tomcat has put aside. */
    private static List<Path> spooled() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("tomcat."))
                    .flatMap(UploadsInMemoryTest::files)
                    .filter(file -> file.getFileName().toString().startsWith("upload_"))
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
