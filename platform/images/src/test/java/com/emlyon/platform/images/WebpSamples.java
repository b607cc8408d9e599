package com.emlyon.platform.images;

/** The scene of {@link Pictures} as libwebp encodes it, since nothing here writes WebP. */
final class WebpSamples {

    private WebpSamples() {}

    static final byte[] LOSSY = Pictures.base64("""
            UklGRngAAABXRUJQVlA4IGwAAACQBQCdASowACAAPikOhUKhh1QGAKEswBiiKC/APwA1dvgH4AfsV/KOQC7AfrdnfYchjkhwEAD+
            +U6xNs+7STwjTMamBP2P//7VureL0h0Mmx/3iiLGgX9mNvj5VVjvST//xWYkMaj/JhUqAAA=""");

    static final byte[] LOSSLESS = Pictures.base64("""
            UklGRjwAAABXRUJQVlA4TC8AAAAvL8AHAB8gEEjaH3qN+RcQFPk/2vwHXyRATdtGUEmW5JF8M3eO6P8ENBozExZmBgA=""");

    /** The yellow corner is transparent. */
    static final byte[] LOSSY_WITH_ALPHA = Pictures.base64("""
            UklGRqQAAABXRUJQVlA4WAoAAAAQAAAALwAAHwAAQUxQSBIAAAABINK2mX/To8M/iYgJ8BbJ9wxWUDggbAAAAJAFAJ0BKjAAIAA+
            KQ6FQqGHVAYAoSzAGKIoL8A/ADV2+AfgB+xX8o5ALsB+t2d9hyGOSHAQAP75TrE2z7tJPCNMxqYE/Y///tW6t4vSHQybH/eKIsaB
            f2Y2+PlVWO9JP//FZiQxqP8mFSoAAA==""");

    /** The yellow corner is transparent. */
    static final byte[] LOSSLESS_WITH_ALPHA = Pictures.base64("""
            UklGRkAAAABXRUJQVlA4TDMAAAAvL8AHEB8gEEjaH3qN+RcQFPk/moCg4P/ogq10gJq2jaCSLMkj+WbuHNH/CWg0ZiYszAwA""");

    /** Two frames, the second one mirrored. */
    static final byte[] ANIMATED = Pictures.base64("""
            UklGRkYBAABXRUJQVlA4WAoAAAACAAAALwAAHwAAQU5JTQYAAAAAAAAAAABBTk1GigAAAAAAAAAAAC8AAB8AAAAAAAJWUDggcgAA
            AHAGAJ0BKjAAIAA+WSCMRaOiIR1UADgFhLMAVhzgfwD8ANgX4B+AH6d8YF2A/SXO+wy6IKUteeJdnxokAAD+8UoQviCZjemFhYct
            UMvZkkdIF/QFeNUn/6BylFRXNvit2vl00BJ+S4kkLBgRt79ejX2wAEFOTUaIAAAAAAAAAAAALwAAHwAAAAAAAFZQOCBwAAAAFAYA
            nQEqMAAgAD5ZIIxFg6qAAACwlmALfxjf4B+AGxY8A/AD9ZuMC7AfrNnfYZdEFKWvPEuz42eAAP7n3/hTk3fJo2yy0axJJ8yQ3jOv
            efAE/zeFC4/+zU8gDmXhVBMBbJvpZH4eclxuTSH5coAAAA==""");

    /** Carries an EXIF chunk: the camera's name, and that it was held on its side (6). */
    static final byte[] WITH_EXIF = Pictures.base64("""
            UklGRsIAAABXRUJQVlA4WAoAAAAIAAAALwAAHwAAVlA4IGwAAACQBQCdASowACAAPikOhUKhh1QGAKEswBiiKC/APwA1dvgH4Afs
            V/KOQC7AfrdnfYchjkhwEAD++U6xNs+7STwjTMamBP2P//7VureL0h0Mmx/3iiLGgX9mNvj5VVjvST//xWYkMaj/JhUqAABFWElG
            MAAAAE1NACoAAAAIAAIBDwACAAAACgAAACYBEgADAAAAAQAGAAAAAAAAU2VjcmV0Q2FtAA==""");
}
