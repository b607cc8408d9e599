/**
 * What the WebSocket protocol (RFC 6455) demands and Tomcat does not check: the opening handshake, and the heads and close codes of frames;
 * and texts that are encoded and compressed once for all clients.
 */
@NullMarked
package com.emlyon.connect.app.websocket;

import org.jspecify.annotations.NullMarked;
