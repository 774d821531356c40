### Chats that are never stored.

temporary = Temporary chat
temporary-lead = It isn't stored and appears in no list. It disappears when you close or reload this tab.
temporary-note = Temporary: nothing in this chat is stored. It disappears when you close or reload this tab.
temporary-hint = Start a chat that is never stored
lost-temporary = This was a temporary chat. Nothing in it was kept.
refused-temporary = You have { $most } temporary chats open. Close one of their tabs; a minute later you can start another.
