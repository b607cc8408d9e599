/** The promises of the service, one test file each, kept on real PostgreSQL. */
@NullMarked
package com.emlyon.connect.promise;

import org.jspecify.annotations.NullMarked;
