/** The formats that are read, written or only recognised, and why a file is refused. */
@NullMarked
package com.emlyon.platform.images.format;

import org.jspecify.annotations.NullMarked;
