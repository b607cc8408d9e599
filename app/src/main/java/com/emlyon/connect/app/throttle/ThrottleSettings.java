package com.emlyon.connect.app.throttle;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often passwords may be tried, accounts registered, and things written. A campus may stand behind one address, so an address
 * alone may try often.
 *
 * @param accountFromAddress wrong passwords for one account from one address
 * @param account wrong passwords for one account from all addresses from which its holder has never logged in
 * @param address wrong passwords for all accounts from one address
 * @param registrations registrations from one address
 * @param passwordChanges changes of the password of one account
 * @param writes what one account changes, on each node
 * @param tickets tickets for one account, on each node
 * @param exports exports of everything that is held about one account, on each node
 */
@ConfigurationProperties("connect.throttle")
record ThrottleSettings(
        Limit accountFromAddress,
        Limit account,
        Limit address,
        Limit registrations,
        Limit passwordChanges,
        Limit writes,
        Limit tickets,
        Limit exports) {}
