package com.emlyon.platform.images.format;

import java.util.Arrays;
import java.util.Optional;

/** The accepted formats, detected by the first bytes. The file name and content type of the file are ignored. */
public enum InputFormat {
    JPEG {
        @Override
        boolean begins(byte[] upload) {
            return startsWith(upload, 0, 0xFF, 0xD8, 0xFF);
        }
    },
    PNG {
        @Override
        boolean begins(byte[] upload) {
            return startsWith(upload, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }
    },
    GIF {
        @Override
        boolean begins(byte[] upload) {
            return startsWith(upload, 0, "GIF87a") || startsWith(upload, 0, "GIF89a");
        }
    },
    WEBP {
        @Override
        boolean begins(byte[] upload) {
            return startsWith(upload, 0, "RIFF") && startsWith(upload, 8, "WEBP");
        }
    };

    abstract boolean begins(byte[] upload);

    /** Returns the format of a file; empty when it is none of these. */
    public static Optional<InputFormat> of(byte[] upload) {
        return Arrays.stream(values()).filter(format -> format.begins(upload)).findFirst();
    }

    private static boolean startsWith(byte[] upload, int offset, String magic) {
        return startsWith(upload, offset, magic.chars().toArray());
    }

    private static boolean startsWith(byte[] upload, int offset, int... magic) {
        if (upload.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (upload[offset + i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
