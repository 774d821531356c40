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
chats-none-found = No chat has this in its title.
chats-none-archived = No archived chats.
chats-archive = Archive
chats-back = Back to chats
chats-deleted = “{ $title }” was deleted.
chats-undo = Undo

chats-pinned = Pinned
chats-today = Today
chats-yesterday = Yesterday
chats-this-week = Previous 7 days

chat-actions = Actions for “{ $title }”
chat-title = Chat title
chat-written = being written
chat-unread = unread
chat-rename = Rename
chat-pin = Pin
chat-unpin = Unpin
chat-archive = Archive
chat-bring-back = Unarchive
chat-print = Print
chat-delete = Delete

keyboard = Keyboard shortcuts
keyboard-title = Keyboard shortcuts (?)
keyboard-close = Close
keyboard-list = Show this list
keyboard-filter = Go to the chat filter
keyboard-new-chat = Start a new chat
keyboard-message = Go to the message box
keyboard-enter = Send; in the list of chats: open the chat
keyboard-at-once = Send without waiting for the answer above
keyboard-line = Start a new line
keyboard-send = Send
keyboard-line-or-open = Start a new line; in the list of chats: open the chat
keyboard-arrows = In the list of chats: go to the next or previous chat
keyboard-rename = In the list of chats: rename the chat
keyboard-delete = In the list of chats: delete the chat
keyboard-print = Print the whole chat
keyboard-escape = Close, or cancel editing

# On the keys themselves.
key-ctrl = Ctrl
key-shift = Shift
key-esc = Esc
key-enter = Enter
key-delete = Del
