-- One page of the trail, newest first: of one kind, about or by one account, between two moments. A parameter that is
-- NULL does not restrict the result.
SELECT number, at, kind, actor, subject, address, details, encode(hash, 'hex') AS hash
FROM store.audit
WHERE number < :before
  AND (:kind::text IS NULL OR kind = :kind)
  AND (:account::text IS NULL OR actor = :account OR subject = :account OR subject = 'presence-' || :account::text)
  AND (:from::timestamptz IS NULL OR at >= :from)
  AND (:until::timestamptz IS NULL OR at < :until)
ORDER BY number DESC
LIMIT :limit
