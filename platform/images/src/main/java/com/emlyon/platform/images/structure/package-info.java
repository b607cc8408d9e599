/**
 * Reads the structure of each accepted format without decoding a pixel, refuses files that would cost too much to
 * decode, and leaves out what decoding does not need.
 */
@NullMarked
package com.emlyon.platform.images.structure;

import org.jspecify.annotations.NullMarked;
