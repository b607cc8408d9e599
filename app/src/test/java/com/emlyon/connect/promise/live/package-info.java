/** The promise FeedNeverLies: whoever listens ends with what the routes answer. */
@NullMarked
package com.emlyon.connect.promise.live;

import org.jspecify.annotations.NullMarked;
