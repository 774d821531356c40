-- What the first release (migration 0001) wrote: a person, a chat with a question, its answer, and one that
-- is being written.

INSERT INTO accounts (id, kind, name, revision, created_at)
VALUES ('account', 'personal', 'Ada', 1, '2026-01-02 03:04:05.000000');

INSERT INTO users (id, email, name, password_hash, created_at)
VALUES ('ada', 'ada@example.com', 'Ada', 'h', '2026-01-02 03:04:05.000000');

INSERT INTO memberships (id, account_id, user_id, role, created_at)
VALUES ('membership', 'account', 'ada', 'owner', '2026-01-02 03:04:05.000000');

INSERT INTO sessions (id, token_hash, user_id, account_id, created_at, expires_at)
VALUES ('session', 'hash', 'ada', 'account', '2026-01-02 03:04:05.000000', '2026-01-02 03:04:05.000000');

INSERT INTO chats (id, account_id, created_by, title, model, revision, list_revision, created_at, updated_at)
VALUES ('chat', 'account', 'ada', 'Hello 🌍', 'demo', 4, 1, '2026-01-02 03:04:05.000000',
  '2026-01-02 03:04:05.000000');

INSERT INTO messages (id, chat_id, position, role, author_id, client_id, content, attempt_id, revision,
  created_at)
VALUES ('question', 'chat', 0, 'user', 'ada', 'client', 'Hello? 🌍', NULL, 1, '2026-01-02 03:04:05.000000');

INSERT INTO messages (id, chat_id, position, role, author_id, client_id, content, attempt_id, revision,
  created_at)
VALUES ('answer', 'chat', 1, 'assistant', NULL, NULL, '', 'done', 4, '2026-01-02 03:04:05.000000');

INSERT INTO attempts (id, message_id, chat_id, number, model, status, content, content_end, reasoning,
  reasoning_end, error, prompt_tokens, completion_tokens, fence, lease_until, created_at, ended_at)
VALUES ('done', 'answer', 'chat', 1, 'demo', 'completed', 'Hello, you. 🌊', 13, 'Hm.', 3, NULL, 1, 2, 1, 0.5,
  '2026-01-02 03:04:05.000000', '2026-01-02 03:04:05.000000');

INSERT INTO attempts (id, message_id, chat_id, number, model, status, content, content_end, reasoning,
  reasoning_end, error, prompt_tokens, completion_tokens, fence, lease_until, created_at, ended_at)
VALUES ('live', 'answer', 'chat', 2, 'demo', 'streaming', '', 5, '', 0, NULL, NULL, NULL, 1, 0.5,
  '2026-01-02 03:04:05.000000', NULL);

INSERT INTO journal_entries (attempt_id, part, start, "end", text)
VALUES ('live', 'content', 0, 5, 'Half ');
