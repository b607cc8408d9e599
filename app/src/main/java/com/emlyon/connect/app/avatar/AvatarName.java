package com.emlyon.connect.app.avatar;

import com.emlyon.platform.images.format.PictureFormat;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a kept avatar. Only names of exactly this form are looked up, so that no name leads to another file. */
record AvatarName(UUID id, PictureFormat format) {

    private static final String FOLDER = "/uploads/avatars/";
    private static final Pattern FILE =
            Pattern.compile("avatar-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(jpg|png|gif)");

    /** Parses a file name, or the path under which the file is published; empty for any other text. */
    static Optional<AvatarName> read(String nameOrPath) {
        String file = nameOrPath.startsWith(FOLDER) ? nameOrPath.substring(FOLDER.length()) : nameOrPath;
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String extension = matcher.group(2);
        return Arrays.stream(PictureFormat.values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .map(format -> new AvatarName(UUID.fromString(matcher.group(1)), format));
    }

    String file() {
        return "avatar-" + id + "." + format.extension();
    }

    String path() {
        return FOLDER + file();
    }
}
