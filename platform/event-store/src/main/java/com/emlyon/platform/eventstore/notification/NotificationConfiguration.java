package com.emlyon.platform.eventstore.notification;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Listens for the notifications of all nodes. */
@Configuration(proxyBeanMethods = false)
@Import({NotificationListener.class, Nodes.class})
public class NotificationConfiguration {}
