package com.emlyon.connect.app.avatar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where avatars are kept: a folder, or the object storage of whoever runs several machines. */
public interface AvatarStore {

    /**
     * Keeps a picture for good, under a name of its own.
     *
     * @return the path under which it is published, {@code /uploads/avatars/avatar-<uuid>.<extension>}
     * @throws AvatarNotKept if there is no room for it, or no access
     */
    String keep(AvatarPicture picture);

    /** Finds a kept picture by the path that {@link #keep} returned, or by the file name at its end; empty for other names. */
    Optional<StoredAvatar> open(String nameOrPath);

    /**
     * Removes a kept picture, named as for {@link #open}. Other names, say the URL of somebody's default avatar, are ignored, and
     * so are pictures that are already gone.
     *
     * @throws java.io.UncheckedIOException if the picture is there and cannot be removed
     */
    void delete(String nameOrPath);

    /** Tries whether a picture could be kept, and says what is in the way. */
    Optional<String> obstacle();

    /**
     * The paths of all pictures that were kept before a moment.
     *
     * @throws java.io.UncheckedIOException if that cannot be found out
     */
    List<String> keptBefore(Instant moment);
}
