/** What the service promises about facts that other versions of it have written. */
@NullMarked
package com.emlyon.connect.promise.version;

import org.jspecify.annotations.NullMarked;
