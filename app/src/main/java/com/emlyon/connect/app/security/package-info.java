/** Authentication and authorization: passwords, tokens, sessions, and who may use which paths. */
@NullMarked
package com.emlyon.connect.app.security;

import org.jspecify.annotations.NullMarked;
