package com.emlyon.connect.app.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.platform.images.CleanPicture;
import com.emlyon.platform.images.format.PictureFormat;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;

/** Avatars stay where they are put, and no name leads anywhere else. */
class AvatarFolderTest {

    private static final CleanPicture PICTURE = CleanPictures.of(PictureFormat.PNG);
    private static final byte[] BYTES = {1, 2, 3, 4, 5};
    private static final String SOME_NAME = "avatar-0b9c1f3e-6a55-4c6e-9d0e-3f1b7a2c4d5e.png";

    @TempDir
    Path uploads;

    private Path avatars;
    private AvatarStore store;

    @BeforeEach
    void open() {
        avatars = uploads.resolve("avatars");
        store = new AvatarFolder(uploads, Clock.systemUTC());
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void aKeptPictureIsFoundByItsPathAndByItsName(PictureFormat format) throws Exception {
        Instant before = Instant.now().minusSeconds(5);

        CleanPicture picture = CleanPictures.of(format);

        String path = store.keep(picture);

        assertThat(path).matches("/uploads/avatars/avatar-[0-9a-f-]{36}\\." + format.extension());
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (String key : List.of(path, name)) {
            StoredAvatar stored = store.open(key).orElseThrow();
            assertThat(stored.content().getContentAsByteArray()).isEqualTo(CleanPictures.bytes(picture));
            assertThat(stored.length()).isEqualTo(picture.bytes().remaining());
            assertThat(stored.mediaType()).hasToString(format.mediaType());
            assertThat(stored.lastModified()).isAfter(before);
        }
    }

    @Test
    void picturesAreServedAsWhatTheyAre() {
        assertThat(stored(PictureFormat.JPEG).mediaType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(stored(PictureFormat.PNG).mediaType()).isEqualTo(MediaType.IMAGE_PNG);
        assertThat(stored(PictureFormat.GIF).mediaType()).isEqualTo(MediaType.IMAGE_GIF);
    }

    @Test
    void theSamePictureTwiceIsTwoFilesAndNothingElseIsLeftInTheFolder() throws Exception {
        String first = store.keep(PICTURE);
        String second = store.keep(PICTURE);

        assertThat(first).isNotEqualTo(second);
        assertThat(files(avatars)).hasSize(2).allMatch(name -> name.startsWith("avatar-"));
    }

    @Test
    void anotherProcessOnTheSameFolderFindsThePicture() {
        String path = store.keep(PICTURE);

        assertThat(new AvatarFolder(uploads, Clock.systemUTC()).open(path)).isPresent();
    }

    @Test
    void aDeletedPictureIsGoneAndMayBeDeletedAgain() throws Exception {
        String path = store.keep(PICTURE);
        String other = store.keep(PICTURE);

        store.delete(path);
        store.delete(path);

        assertThat(store.open(path)).isEmpty();
        assertThat(store.open(other)).isPresent();
        assertThat(files(avatars)).hasSize(1);
    }

    @Test
    void aPictureThatIsDeletedWhenItWasFoundIsNoFailure() {
        String path = store.keep(PICTURE);
        StoredAvatar found = store.open(path).orElseThrow();
        assertThat(found.read()).hasValue(CleanPictures.bytes(PICTURE));

        store.delete(path);

        assertThat(found.read()).isEmpty();
    }

    @Test
    void aPictureThatWasNeverKeptIsNotThere() {
        assertThat(store.open(SOME_NAME)).isEmpty();
    }

    @Test
    void aFolderOfAnAvatarsNameIsNoPicture() throws Exception {
        Files.createDirectory(avatars.resolve(SOME_NAME));

        assertThat(store.open(SOME_NAME)).isEmpty();
    }

    @Test
    void aLinkOfAnAvatarsNameLeadsNowhere() throws Exception {
        Path secret = Files.write(uploads.resolve("secret.png"), BYTES);
        Files.createSymbolicLink(avatars.resolve(SOME_NAME), secret);

        assertThat(store.open(SOME_NAME)).isEmpty();
        store.delete(SOME_NAME);

        assertThat(secret).exists();
    }

    static Stream<String> foreignNames() {
        return Stream.of(
                "",
                "/",
                ".",
                "..",
                "secret.png",
                "../secret.png",
                "/uploads/avatars/",
                "/uploads/avatars/../../secret.png",
                "/uploads/avatars/../avatars/" + SOME_NAME,
                "/uploads/avatars//" + SOME_NAME,
                "/uploads/avatars//uploads/avatars/" + SOME_NAME,
                "/uploads/" + SOME_NAME,
                "uploads/avatars/" + SOME_NAME,
                "./" + SOME_NAME,
                "..%2f" + SOME_NAME,
                "..\\" + SOME_NAME,
                SOME_NAME + "\0",
                SOME_NAME + "\n",
                SOME_NAME + "/",
                SOME_NAME + ".png",
                " " + SOME_NAME,
                SOME_NAME.toUpperCase(Locale.ROOT),
                SOME_NAME.replace(".png", ".svg"),
                SOME_NAME.replace(".png", ".jpeg"),
                "." + SOME_NAME + ".part",
                "avatar-1732312345678-123456789.png",
                "http://localhost:3001/uploads/avatars/" + SOME_NAME,
                "https://api.dicebear.com/7.x/avataaars/svg?seed=x",
                "javascript:alert(1)");
    }

    @ParameterizedTest
    @MethodSource("foreignNames")
    void foreignNamesOpenNothingAndDeleteNothing(String name) throws Exception {
        Path secret = Files.write(uploads.resolve("secret.png"), BYTES);
        Path picture = Files.write(avatars.resolve(SOME_NAME), BYTES);
        Files.write(avatars.resolve("." + SOME_NAME + ".part"), BYTES);
        Files.write(avatars.resolve("avatar-1732312345678-123456789.png"), BYTES);
        Files.write(avatars.resolve("secret.png"), BYTES);

        store.delete(name);

        assertThat(store.open(name)).isEmpty();
        assertThat(secret).exists();
        assertThat(picture).exists();
        assertThat(files(avatars)).hasSize(4);
    }

    @Test
    void whatACrashLeftHalfWrittenIsRemovedWhenTheFolderIsOpenedAgain() throws Exception {
        Path leftover = Files.write(avatars.resolve("." + SOME_NAME + ".part"), BYTES);
        Files.setLastModifiedTime(leftover, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path beingWritten = Files.write(avatars.resolve(".avatar-x.png.part"), BYTES);

        new AvatarFolder(uploads, Clock.systemUTC());

        assertThat(leftover).doesNotExist();
        assertThat(beingWritten).exists();
    }

    @Test
    void aFullFolderSaysSoAndKeepsWhatItHas() throws Exception {
        Configuration tiny = Configuration.unix().toBuilder()
                .setAttributeViews("basic")
                .setMaxSize(400_000)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(tiny)) {
            AvatarStore small = new AvatarFolder(disk.getPath("/uploads"), Clock.systemUTC());
            String kept = small.keep(PICTURE);
            assertThat(small.obstacle()).isEmpty();

            assertThatThrownBy(() -> small.keep(CleanPictures.large()))
                    .isInstanceOfSatisfying(
                            AvatarNotKept.class,
                            failure -> assertThat(failure.isStorageFull()).isTrue());

            assertThat(small.open(kept)).isPresent();
            assertThat(files(disk.getPath("/uploads/avatars"))).hasSize(1);
            Files.write(disk.getPath("/other"), new byte[380_000]);
            assertThat(small.obstacle()).contains("the folder of pictures is full");
            Files.delete(disk.getPath("/other"));
            assertThat(small.obstacle()).isEmpty();
            assertThat(files(disk.getPath("/uploads/avatars"))).hasSize(1);
        }
    }

    @Test
    void aFolderThatIsNoneAnyMoreIsNotTakenForFull() throws Exception {
        Files.delete(avatars);
        Files.write(avatars, BYTES);

        assertThatThrownBy(() -> store.keep(PICTURE))
                .isInstanceOfSatisfying(
                        AvatarNotKept.class,
                        failure -> assertThat(failure.isStorageFull()).isFalse());
        assertThat(store.obstacle()).contains("the folder of pictures cannot be written to");
    }

    private StoredAvatar stored(PictureFormat format) {
        return store.open(store.keep(CleanPictures.of(format))).orElseThrow();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
