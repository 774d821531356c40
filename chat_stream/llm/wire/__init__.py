"""The wire format of servers: events, JSON, the parts of an answer. Bytes come in; chunks and told failures come
out."""
