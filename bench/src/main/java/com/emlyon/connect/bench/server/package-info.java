/** How much of the time of an answer, or of a frame of the feed, is that of the web server: Tomcat beside Jetty, with nothing else. */
@NullMarked
package com.emlyon.connect.bench.server;

import org.jspecify.annotations.NullMarked;
