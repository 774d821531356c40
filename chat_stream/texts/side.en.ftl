### The side of every page: the list of chats, and who is signed in.

side-show = Show chats
side-new-chat = New chat
side-account = Account
side-settings = Settings
side-administration = Administration
side-sign-out = Sign out

chats = Chats
chats-filter = Filter chats
chats-filter-hint = Filter by title
chats-none-found = No title contains this.
chats-none-archived = Nothing is archived.
chats-archive = Archive
chats-back = Back to the chats
chats-deleted = “{ $title }” was deleted.
chats-undo = Undo

chats-pinned = Pinned
chats-today = Today
chats-yesterday = Yesterday
chats-this-week = Previous 7 days

chat-actions = Actions for “{ $title }”
chat-title = Title of the chat
chat-written = being written
chat-unread = unread
chat-rename = Rename
chat-pin = Pin
chat-unpin = Unpin
chat-archive = Archive
chat-bring-back = Bring back
chat-print = Print
chat-delete = Delete

keyboard = Keyboard
keyboard-title = Keyboard (?)
keyboard-close = Close
keyboard-list = This list
keyboard-filter = To the filter of the chats
keyboard-new-chat = A new chat
keyboard-message = To the message box
keyboard-enter = Send; in the list of chats: open
keyboard-at-once = Send without waiting for the answer above
keyboard-line = A new line
keyboard-send = Send
keyboard-line-or-open = A new line; in the list of chats: open
keyboard-arrows = From chat to chat, in their list
keyboard-rename = Rename the chat, in their list
keyboard-delete = Delete the chat, in their list
keyboard-print = Print the whole chat
keyboard-escape = Close, or cancel editing

# On the keys themselves.
key-ctrl = Ctrl
key-shift = Shift
key-esc = Esc
key-enter = Enter
key-delete = Del
