/** The WebSocket feed: every connected client is told of every change, whoever made it and wherever. */
@NullMarked
package com.emlyon.connect.app.feed;

import org.jspecify.annotations.NullMarked;
