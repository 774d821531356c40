### What is written on the page, and how the page looks.

drafts-not-kept = This browser can't save what you write: its storage for this page is full or blocked. A message that you haven't sent may be lost when you close or reload the page.
files-refused = Files and pictures can't be added to a chat. Nothing was added.
message-edit-kept = Your edit hasn't been sent, but it is saved. Choose Edit to go on with it.
message-edit-back = This is the edit you started earlier.
notice-close = Close

appearance = Appearance
appearance-lead = For this browser only.
theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
size = Text size
size-small = Small
size-medium = Medium
size-large = Large
size-huge = Very large

writing = Writing
writing-lead = For this browser only.
send-key = Send a message with
send-key-enter = Enter
send-key-ctrl-enter = Ctrl+Enter
send-key-glass = Without a keyboard, Return starts a new line. Use the button to send.
