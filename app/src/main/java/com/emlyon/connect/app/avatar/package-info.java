/** Profile pictures: the limits of uploads, and the store that keeps and serves what became of them. */
@NullMarked
package com.emlyon.connect.app.avatar;

import org.jspecify.annotations.NullMarked;
