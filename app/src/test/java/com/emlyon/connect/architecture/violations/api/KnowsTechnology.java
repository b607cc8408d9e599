package com.emlyon.connect.architecture.violations.api;

import jakarta.persistence.Table;
import java.sql.Date;
import org.springframework.core.annotation.Order;

/** A word of the language that knows how it is stored and wired. */
@Order(1)
@Table
public record KnowsTechnology(Date day) {}
