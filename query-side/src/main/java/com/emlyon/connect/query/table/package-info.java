/** What projections write: tables described as values, and the changes of a batch of facts gathered before they are written. */
@NullMarked
package com.emlyon.connect.query.table;

import org.jspecify.annotations.NullMarked;
