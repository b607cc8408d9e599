package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.RebuildAnswer;

/** Where the progress of rebuilds is shown. */
sealed interface Display extends AutoCloseable permits Bars, Lines {

    /** Shows how far the rebuild of a projection has got. */
    void progress(String projection, RebuildAnswer rebuild);

    /** Shows a sentence about a projection whose rebuild continues. */
    void note(String sentence);

    /** Shows how the rebuild of a projection has ended. */
    void ended(String projection, String sentence, boolean complete);

    /** Prints what has not been printed yet, and ends the display. */
    @Override
    void close();
}
