package com.emlyon.connect.app.avatar;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;

/** Keeps avatars as files in the folder {@code avatars} below a given one, which several processes may share. */
public final class AvatarFolder implements AvatarStore {

    private static final String UNFINISHED = ".part";
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;

    /**
     * Opens the folder, and makes it if need be.
     *
     * @throws UncheckedIOException if it cannot be made, or not be written to
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
    public String keep(AvatarPicture picture) {
        AvatarName name = new AvatarName(UUID.randomUUID(), picture.format());
        Path unfinished = folder.resolve("." + name.file() + UNFINISHED);
        try {
            try {
                write(picture.bytes(), unfinished);
                Files.move(unfinished, folder.resolve(name.file()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            rememberNames();
            return name.path();
        } catch (IOException failure) {
            throw new UncheckedIOException("an avatar cannot be kept in " + folder, failure);
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
                    name.format().mediaType(),
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

    private static void write(ByteBuffer bytes, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes a new or a removed name survive a power cut. */
    private void rememberNames() throws IOException {
        boolean foldersCanBeOpened =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (foldersCanBeOpened) {
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        }
    }

    /** What a crash left half written is nobody's picture, and must not stay; younger files may be another process's work. */
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
