/** Rate limits: how often an operation may be attempted before a client has to wait. */
@NullMarked
package com.emlyon.connect.app.throttle;

import org.jspecify.annotations.NullMarked;
