### Why an answer failed or ended before it was complete. Stored with it, by key.

failure-who = { $provider ->
    [own-server] The model's server
   *[other] { $provider }
}
failure-them = { $provider ->
    [own-server] the model's server
   *[other] { $provider }
}
failure-key = { $keys ->
    [0] its key
    [1] { $key }
   *[other] { $key } or { $other_key }
}

failure-unreachable = { failure-who } can't be reached. Check that it is running and that its address is right.
failure-unknown-host = The address of { failure-them } can't be found. Check it and your network connection.
failure-insecure = The connection to { failure-them } isn't secure: its certificate isn't trusted. Check its address.
failure-private-address = The address of { failure-them } is in a private network, which isn't allowed here.
failure-needs-key = { failure-who } needs a key. Set { failure-key } and restart the app, or choose another model.
failure-key-refused = { failure-who } refused the key. Check { failure-key } and restart the app.
failure-own-key-refused = { failure-who } refused the key from the settings. Replace it there, or choose another model.
failure-unknown-model = { failure-who } has no model named “{ $model }”. Choose another model.
failure-rate-limited = { failure-who } gets too many requests right now. { try-again }
failure-out-of-credit = The account at { failure-them } has no credit left. Add some there, or choose another model.
failure-overloaded = { failure-who } is overloaded. Try again { in-a-while }, or choose another model.
failure-provider-failed = { failure-who } failed to answer. Try again, or choose another model.
failure-context-too-long = This chat is too long for “{ $model }”. Start a new chat, or choose another model.
failure-content-filtered = { failure-who } held the answer back because of its content rules. Try different words.
failure-bad-request = { failure-who } doesn't accept this request for “{ $model }”. Choose another model.
failure-no-answer = { failure-who } didn't start answering in time. Try again, or choose another model.
failure-stalled = { failure-who } stopped in the middle of the answer. Try again.
failure-cut-off = The answer broke off before its end. Try again.
failure-garbled = { failure-who } sent something that can't be read. Try again, or choose another model.
failure-empty = { failure-who } sent an empty answer. Try again, or choose another model.
failure-refused = The model refused to answer this. Try different words, or choose another model.
failure-tool-asked = The model wanted to use a tool, but there are none here. Ask it to answer without tools, or choose another model.
failure-not-shown = The model sent more than text, such as a picture, a sound or a file. That can't be shown here.
failure-no-model = No model answers at the address of { failure-them }, but something else does, such as a web page. Check the address: it usually ends in /v1.
failure-behind-proxy = A proxy answered, but it couldn't reach { failure-them }. Try again { in-a-while }, or check that the server is running.
failure-only-thoughts = The model thought but gave no answer. “Continue” lets it answer, “Retry” starts over.
failure-thoughts-cut = The model reached the maximum length while it was still thinking, so it gave no answer. Continue, or allow longer answers in the chat's settings.
failure-blank = The answer is blank. Continue or retry, or choose another model.
failure-no-list = There is no list of models at this address. Check it: it usually ends in /v1.
failure-no-models = There are no models at this address that can chat. Load one there, and try again.
failure-elsewhere = This address redirects to { $address }. If that is the model's server, enter it instead.

failure-interrupted = The server stopped while this was being written.
failure-unsaved = The answer couldn't be saved, because the database can't be written to. Try again later.
failure-unstorable = The answer contained text that the database can't store. Try again.
failure-unexpected = Something went wrong on the server. Retry, or contact your administrator.
