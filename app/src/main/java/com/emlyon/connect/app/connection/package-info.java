/** The connections of Tomcat's NIO connector: how slowly a body may come, which of them end for others, who sees the bytes that come in, and how a request passes the filters. */
@NullMarked
package com.emlyon.connect.app.connection;

import org.jspecify.annotations.NullMarked;
