package com.emlyon.platform.images.format;

import java.util.Arrays;
import java.util.Optional;

/** The accepted formats, detected by the first bytes. The file name and content type of the file are ignored. */
public enum InputFormat {
    JPEG {
        @Override
        boolean begins(byte[] input) {
            return startsWith(input, 0, 0xFF, 0xD8, 0xFF);
        }
    },
    PNG {
        @Override
        boolean begins(byte[] input) {
            return startsWith(input, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }
    },
    GIF {
        @Override
        boolean begins(byte[] input) {
            return startsWith(input, 0, "GIF87a") || startsWith(input, 0, "GIF89a");
        }
    },
    WEBP {
        @Override
        boolean begins(byte[] input) {
            return startsWith(input, 0, "RIFF") && startsWith(input, 8, "WEBP");
        }
    };

    abstract boolean begins(byte[] input);

    /** Returns the format of a file; empty when it is none of these. */
    public static Optional<InputFormat> of(byte[] input) {
        return Arrays.stream(values()).filter(format -> format.begins(input)).findFirst();
    }

    private static boolean startsWith(byte[] input, int offset, String magic) {
        return startsWith(input, offset, magic.chars().toArray());
    }

    private static boolean startsWith(byte[] input, int offset, int... magic) {
        if (input.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (input[offset + i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
