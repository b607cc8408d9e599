/** The promise that views are rebuilt from history while readers and writers go on. */
@NullMarked
package com.emlyon.connect.promise.rebuild;

import org.jspecify.annotations.NullMarked;
