### A chat: its messages, what can be done with them, and where one writes.

chat-welcome = What can I do for you, { $name }?
chat-welcome-lead = Ask anything. You can watch the answer being written, live in every tab, and nothing gets lost.
beginnings = Ideas to get you started
beginning-explain = Explain in plain words why the sky is blue
beginning-write = Write a friendly reminder to a colleague about a deadline
beginning-plan = Plan simple dinners for two for a week
beginning-code = Find the mistake in this code:
demo-only = Only the demo is available so far, and it isn't an AI.
demo-connect = Connect a model
chat-new = New chat
tab-title = { $mark ->
    [written] … { $title }
    [news] ● { $title }
   *[none] { $title }
} · chat_stream
chat-conversation = Conversation
chat-earlier = Earlier messages…
chat-left-out = The model can't see messages above this line
chat-to-end = ↓ To the end
chat-new-text = new text

composer-message = Message
composer-hint = Write a message
composer-send = Send
composer-stop = Stop
composer-too-long = Messages can have at most { $limit } characters; this one has { $length }. Shorten it and send it again.
composer-nothing = There is nothing to send yet.
composer-unstorable = This message contains a character that can't be stored (U+{ $code }). Remove it and send the message again.

message-loading = Loading…
# Shown instead of the name of a person whose account was deleted.
author-deleted = Deleted user
message-thinking = Thinking…
message-still-thinking = Thinking… still waiting for the model's server ({ $time })
message-still-waiting = Still waiting for the model's server ({ $time })
message-waited = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
message-provider-words = What the provider said
message-cut = The answer reached its maximum length.
message-stopped = Stopped.
message-retry = Retry
message-continue = Continue
message-edit = Edit
message-edit-box = Edit the question
message-cancel = Cancel
message-save-and-send = Save & send
message-regenerate = Regenerate
message-regenerate-with = Regenerate with
message-regenerate-other = Regenerate with another model
message-version = Version { $number } of { $count }
message-previous = Previous version
message-next = Next version

copy = Copy
copy-markdown = Copy as Markdown
copy-copied = Copied
copy-by-hand = Couldn't copy
code-copy = Copy code
code-download = Download file
table = Table
table-copy = Copy table
table-copy-csv = Copy as CSV

reasoning-thinking = Thinking
reasoning-thoughts = Thoughts
reasoning-thinking-for = Thinking for { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}
reasoning-thought-for = Thought for { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}

announcer-complete = Answer complete.
announcer-stopped = The answer was stopped.
announcer-writing = An answer is being written.
announcer-there = An answer has finished

counts-answer = This answer
counts-chat = This chat
counts-asked = { $asked ->
    [one] 1 token
   *[other] { $asked } tokens
} in
counts-tokens-in-out = { $about }{ counts-asked }, { $wrote } out
counts-first = first token after { $seconds }
counts-pace = { $about }{ $amount ->
    [one] 1 token/s
   *[other] { $amount } tokens/s
}
counts-tokens = { $about }{ $amount ->
    [one] 1 token
   *[other] { $amount } tokens
}
counts-full = { $share } full
counts-all = All answers of this chat: { counts-asked }, { $wrote } out.
counts-all-estimated = All answers of this chat: { counts-asked }, { $wrote } out. Partly estimated.
counts-estimate = estimated
counts-estimated = Estimated: the provider sent no count.
counts-seconds = { $amount } s

context-nearly = The model that answered last can read about { $room } tokens, and this chat already takes { $share } of them. Once the chat no longer fits, its oldest messages are left out.
context-over = This chat is longer than what the model that answered last can read (about { $room } tokens), so it saw only the messages below the line in the chat. For a model to read the whole chat, choose one with a larger context.

model = Model
models = Models
models-search = Search models
models-none = No model matches.
models-context = { $tokens } context
models-prices = { $asked } in, { $wrote } out per million
models-thousands = { $amount }K
models-millions = { $amount }M
models-vision = vision
models-tools = tools
models-reasoning = reasoning

parameters = Chat settings
parameters-close = Close
parameters-prompt = System prompt
parameters-prompt-hint = Instructions that every model gets before the conversation.
parameters-temperature = Temperature
parameters-temperature-hint = From 0 (always the likeliest word) to 2.
parameters-length = Maximum length
parameters-length-hint = Tokens per answer.
parameters-effort = Reasoning effort
parameters-own = Model default
parameters-low = Low
parameters-medium = Medium
parameters-high = High
parameters-save = Save
parameters-discard = Discard changes

markdown-done = Done
markdown-to-do = To do
markdown-formula-wrong = This formula can't be drawn: { $reason }
markdown-formula-too-long = This formula is too long to be drawn.
diagram = Diagram
diagram-source = Source of the diagram
diagram-untitled = A diagram; its source is below.
diagram-wrong = This diagram can't be drawn. { $reason }
diagram-names-address = This diagram isn't drawn, because it refers to an address or an image that would have to be loaded.
diagram-too-long = This diagram is too long to be drawn.
diagram-open = Open the diagram large
diagram-larger = Larger
diagram-smaller = Smaller
diagram-fit = Fit to the window
diagram-close = Close
link-leads-to = This link leads to { $host }
link-cancel = Cancel
link-open = Open
picture-load = Load the image from { $host }
picture-load-named = Load the image “{ $name }” from { $host }

print-loading = Loading all messages for printing…
print-earlier = Earlier messages are missing here. To print the whole chat, choose Print in its menu or press Ctrl+P.
print-you = You
print-answer = Answer
