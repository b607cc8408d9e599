/** Rules between aggregates: when something happened here, then something must happen there. */
@NullMarked
package com.emlyon.connect.command.rule;

import org.jspecify.annotations.NullMarked;
