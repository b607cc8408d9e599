/**
 * What is done with decoded pixels: turned upright, converted to sRGB, brought into layouts that Java2D draws without changes.
 */
@NullMarked
package com.emlyon.platform.images.pixels;

import org.jspecify.annotations.NullMarked;
