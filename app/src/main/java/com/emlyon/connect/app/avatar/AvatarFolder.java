package com.emlyon.connect.app.avatar;

import com.emlyon.platform.images.CleanPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;

/** Keeps avatars as files in the folder {@code avatars} inside a given folder, which several processes may share. */
public final class AvatarFolder implements AvatarStore {

    private static final String UNFINISHED = ".part";
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(AvatarFolder.class);

    /** The bytes that a trial writes: as many as a picture of the usual size has. */
    private static final int TRIAL_BYTES = 1 << 16;

    /** The bytes that a file takes on the disk besides its content: the rest of its last block, and its name. */
    private static final int SURPLUS = 1 << 16;

    private final Path folder;
    private final Clock clock;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Opens the folder, and creates it if it does not exist.
     *
     * @throws UncheckedIOException if it cannot be created, or cannot be written to
     */
    public AvatarFolder(Path uploads, Clock clock) {
        this.clock = clock;
        this.folder = uploads.resolve("avatars").toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            removeLeftovers();
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made ready", failure);
        }
    }

    @Override
    public String keep(CleanPicture picture) {
        AvatarName name = new AvatarName(UUID.randomUUID(), picture.format());
        Path unfinished = folder.resolve("." + name.file() + UNFINISHED);
        Path finished = folder.resolve(name.file());
        try {
            write(picture.bytes(), unfinished);
            Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
            rememberNames();
            if (failing.compareAndSet(true, false)) {
                log.info("Pictures can be kept again");
            }
            return name.path();
        } catch (IOException failure) {
            boolean full = isFull(picture.bytes().remaining());
            discard(unfinished);
            discard(finished);
            if (failing.compareAndSet(false, true)) {
                log.error("Pictures cannot be kept in {}, {}", folder, full ? "which is full" : "no access", failure);
            }
            throw new AvatarNotKept("an avatar cannot be kept in " + folder, failure, full);
        }
    }

    /**
     * Writes a file of the size of a picture, because the folder may be full for this process although it reports free
     * space.
     */
    @Override
    public Optional<String> obstacle() {
        Path trial = folder.resolve(".avatar-" + UUID.randomUUID() + UNFINISHED);
        try {
            write(ByteBuffer.allocate(TRIAL_BYTES), trial);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(
                    isFull(TRIAL_BYTES)
                            ? "the folder of pictures is full"
                            : "the folder of pictures cannot be written to");
        } finally {
            discard(trial);
        }
    }

    /** Looks at the free space, because the messages of exceptions are in the language of the system. */
    private boolean isFull(int bytes) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < (long) bytes + SURPLUS;
        } catch (IOException noAccess) {
            return false;
        }
    }

    /** A file that cannot be removed now is removed when the folder is opened again, or by {@link StrayAvatars}. */
    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            log.debug("{} could not be removed", file, failure);
        }
    }

    @Override
    public Optional<StoredAvatar> open(String nameOrPath) {
        return AvatarName.read(nameOrPath).flatMap(this::openFile);
    }

    @Override
    public void delete(String nameOrPath) {
        AvatarName.read(nameOrPath).ifPresent(this::deleteFile);
    }

    @Override
    public List<String> keptBefore(Instant moment) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> AvatarName.read(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .filter(name -> openFile(name)
                            .filter(kept -> kept.lastModified().isBefore(moment))
                            .isPresent())
                    .map(AvatarName::path)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", failure);
        }
    }

    private Optional<StoredAvatar> openFile(AvatarName name) {
        Path file = folder.resolve(name.file());
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            return Optional.of(new StoredAvatar(
                    new FileSystemResource(file),
                    MediaType.parseMediaType(name.format().mediaType()),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("the avatar " + file + " cannot be opened", failure);
        }
    }

    private void deleteFile(AvatarName name) {
        Path file = folder.resolve(name.file());
        try {
            if (Files.deleteIfExists(file)) {
                rememberNames();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the avatar " + file + " cannot be removed", failure);
        }
    }

    private void write(ByteBuffer bytes, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        // Not the time of this machine, which may differ: the ages of files are compared with the clock that all nodes
        // share.
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** Forces the folder to the disk, so that a new or a removed name survives a power failure. */
    private void rememberNames() throws IOException {
        boolean foldersCanBeOpened =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (foldersCanBeOpened) {
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        }
    }

    /** Removes files that a crash left half written. Younger ones may still be written by another process. */
    private void removeLeftovers() throws IOException {
        Instant longAgo = clock.instant().minus(LONGEST_WRITE);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".avatar-*" + UNFINISHED)) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(longAgo)) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }
}
