package com.emlyon.connect.app.avatar;

import com.emlyon.platform.images.CleanPicture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores avatars: in a folder, or in an object storage where the service runs on several machines. */
public interface AvatarStore {

    /**
     * Stores a picture permanently, under a new name.
     *
     * @return the path under which it is published, {@code /uploads/avatars/avatar-<uuid>.<extension>}
     * @throws AvatarNotKept if there is no room for it, or no access
     */
    String keep(CleanPicture picture);

    /** Finds a kept picture by the path that {@link #keep} returned, or by the file name at its end; empty for other names. */
    Optional<StoredAvatar> open(String nameOrPath);

    /**
     * Removes a kept picture, named as for {@link #open}. Other names, such as the URL of a default avatar, are
     * ignored, and so are pictures that are already removed.
     *
     * @throws java.io.UncheckedIOException if the picture is there and cannot be removed
     */
    void delete(String nameOrPath);

    /** Tests whether a picture could be stored now. Returns what prevents it; empty when nothing does. */
    Optional<String> obstacle();

    /**
     * The paths of all pictures that were kept before a moment.
     *
     * @throws java.io.UncheckedIOException if the store cannot be listed
     */
    List<String> keptBefore(Instant moment);
}
