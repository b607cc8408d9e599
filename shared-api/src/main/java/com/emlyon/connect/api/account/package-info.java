/** The account of a student: commands, facts, queries and refusals. */
@NullMarked
package com.emlyon.connect.api.account;

import org.jspecify.annotations.NullMarked;
