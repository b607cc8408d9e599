/** Installs the service in a folder: program and libraries, a launcher, and an ahead-of-time cache for the JVM of this machine. */
@NullMarked
package com.emlyon.connect.app.installation;

import org.jspecify.annotations.NullMarked;
