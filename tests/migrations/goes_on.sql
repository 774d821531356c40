-- What a worker of the first release does that still serves while the next one's migrations ran.

INSERT INTO journal_entries (attempt_id, part, start, "end", text)
VALUES ('live', 'content', 5, 8, 'way');

UPDATE attempts SET content_end = 8, reasoning_end = 0, status = 'streaming' WHERE id = 'live' AND fence = 1 AND
  status IN ('pending', 'streaming') AND content_end = 5 AND reasoning_end = 0;

UPDATE attempts SET lease_until = 1.5 WHERE id = 'live' AND fence = 1;

DELETE FROM journal_entries WHERE attempt_id = 'live';

UPDATE attempts SET status = 'completed', error = NULL, prompt_tokens = 1, completion_tokens = 2, ended_at =
  '2026-01-02 03:04:05.000000', content = 'Half way', reasoning = '' WHERE id = 'live';

UPDATE chats SET revision = revision + 1 WHERE id = 'chat';

UPDATE messages SET revision = 5, attempt_id = 'live' WHERE id = 'answer';

DELETE FROM sessions WHERE id = 'session';
