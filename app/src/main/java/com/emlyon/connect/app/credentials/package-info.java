/** The credentials of accounts and the destruction of their keys, written with the facts of a command. */
@NullMarked
package com.emlyon.connect.app.credentials;

import org.jspecify.annotations.NullMarked;
