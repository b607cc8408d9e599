/** The account: who a student is. */
@NullMarked
package com.emlyon.connect.api.account;

import org.jspecify.annotations.NullMarked;
