package com.emlyon.connect.app.feed;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** How the feed treats its clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FeedSettings.class, FeedLimits.class})
class FeedConfiguration {}
