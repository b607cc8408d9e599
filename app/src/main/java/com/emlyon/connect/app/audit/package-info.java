/** What happened that matters to security, in a trail that nobody can change unnoticed. */
@NullMarked
package com.emlyon.connect.app.audit;

import org.jspecify.annotations.NullMarked;
