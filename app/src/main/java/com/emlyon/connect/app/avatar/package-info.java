/** Profile pictures: makes clean pictures of untrusted bytes, stores them and serves them. */
@NullMarked
package com.emlyon.connect.app.avatar;

import org.jspecify.annotations.NullMarked;
