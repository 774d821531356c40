### Chats that are never stored.

temporary = Temporary chat
temporary-lead = It is in no list and stored nowhere. Close or reload this tab, and it is gone.
temporary-note = Temporary: nothing of this chat is stored. Close or reload this tab, and it is gone.
temporary-hint = Begin a chat that is never stored
lost-temporary = This chat was temporary. Nothing of it was kept.
refused-temporary = You have { $most } temporary chats open. Close a tab with one of them; a minute later you can begin another.
