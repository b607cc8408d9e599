/**
 * Checks that the WebSocket protocol (RFC 6455) requires and Tomcat omits: of the opening handshake, and of the heads
 * and close codes of frames. Also text messages that are encoded and compressed once for all clients.
 */
@NullMarked
package com.emlyon.connect.app.websocket;

import org.jspecify.annotations.NullMarked;
