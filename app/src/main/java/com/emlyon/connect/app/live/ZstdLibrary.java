package com.emlyon.connect.app.live;

import com.github.luben.zstd.util.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native library that encodes zstd. It is part of the program, is unpacked into the folder for temporary files, and
 * is loaded when a client first accepts zstd. When that fails, lists are sent without zstd.
 */
final class ZstdLibrary {

    private static final Logger log = LoggerFactory.getLogger(ZstdLibrary.class);

    private static final boolean LOADED = load();

    private ZstdLibrary() {}

    static boolean isLoaded() {
        return LOADED;
    }

    private static boolean load() {
        try {
            Native.load();
            return true;
        } catch (LinkageError unloadable) {
            log.warn("Lists are not compressed with zstd: its library cannot be loaded here", unloadable);
            return false;
        }
    }
}
