/** What is left of somebody who has gone: nothing that says anything about them. */
@NullMarked
package com.emlyon.connect.promise.erased;

import org.jspecify.annotations.NullMarked;
