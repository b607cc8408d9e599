/** Profile pictures: how untrusted bytes become a clean picture, and where that picture is kept. */
@NullMarked
package com.emlyon.connect.app.avatar;

import org.jspecify.annotations.NullMarked;
