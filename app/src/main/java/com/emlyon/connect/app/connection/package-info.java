/**
 * The connections of Tomcat's NIO connector: limits for slow bodies, the eviction of connections, observers of incoming
 * bytes, and one filter in place of many.
 */
@NullMarked
package com.emlyon.connect.app.connection;

import org.jspecify.annotations.NullMarked;
