/** Decides about accounts, and about which account has an email address. */
@NullMarked
package com.emlyon.connect.command.account;

import org.jspecify.annotations.NullMarked;
