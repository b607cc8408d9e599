/** What the tests of the aggregates share: who, when, and how a refusal is recognised. */
@NullMarked
package com.emlyon.connect.command;

import org.jspecify.annotations.NullMarked;
