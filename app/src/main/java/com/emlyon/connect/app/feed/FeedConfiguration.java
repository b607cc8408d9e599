package com.emlyon.connect.app.feed;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Registers the settings of the feed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FeedSettings.class, FeedLimits.class})
class FeedConfiguration {}
