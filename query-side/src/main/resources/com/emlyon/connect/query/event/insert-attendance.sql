-- A student takes part. The event may have vanished with its creator's account before the fact that cancels it came.
INSERT INTO view.attendance (event, account, joined)
SELECT id, ?, ? FROM view.event WHERE id = ?
ON CONFLICT (event, account) DO NOTHING
