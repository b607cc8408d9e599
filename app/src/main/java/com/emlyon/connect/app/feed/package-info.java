/** The WebSocket feed: it sends every change to every connected client, on whichever node the change was made. */
@NullMarked
package com.emlyon.connect.app.feed;

import org.jspecify.annotations.NullMarked;
