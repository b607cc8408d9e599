package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer to a GET or HEAD whose entity tag is known before its body is written. */
public interface TaggedAnswer {

    /** The tag, as the header has it. */
    String tag();

    /** Writes headers and body; only called when the client does not have the representation already. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
