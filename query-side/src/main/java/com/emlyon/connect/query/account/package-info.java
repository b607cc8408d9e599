/** The view of accounts. */
@NullMarked
package com.emlyon.connect.query.account;

import org.jspecify.annotations.NullMarked;
