/** Turns decoded pixels upright, converts them to sRGB, and to layouts that Java2D draws without changing colours. */
@NullMarked
package com.emlyon.platform.images.pixels;

import org.jspecify.annotations.NullMarked;
