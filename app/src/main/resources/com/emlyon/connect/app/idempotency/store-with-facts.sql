-- Runs in the transaction of the facts. If it updates no row, another attempt holds the key, and these facts must not
-- be stored.
UPDATE store.idempotency_key
SET stored = true, account = coalesce(account, ?), status = ?, answer = ?
WHERE id = ? AND attempt = ? AND NOT stored AND status IS NULL
