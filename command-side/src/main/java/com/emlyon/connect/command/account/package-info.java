/** Decides about accounts and about whose an address is. */
@NullMarked
package com.emlyon.connect.command.account;

import org.jspecify.annotations.NullMarked;
