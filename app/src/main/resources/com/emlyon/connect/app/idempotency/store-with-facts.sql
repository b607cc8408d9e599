-- Within the transaction of the facts. No row: another attempt holds the key, and these facts must not be stored.
UPDATE store.idempotency_key
SET stored = true, account = coalesce(account, ?), status = ?, answer = ?
WHERE id = ? AND attempt = ? AND NOT stored AND status IS NULL
