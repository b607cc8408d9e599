-- Who made a check-in, whether it is over or not; has an index of its own.
SELECT payload ->> 'account' AS account
FROM store.fact
WHERE type = 'CheckedIn' AND payload ->> 'checkIn' = ?
ORDER BY position
LIMIT 1
