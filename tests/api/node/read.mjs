// Reads a stream with the protocol's own client, from an offset to its end; says each piece on a line of its own.
import { stream } from "@durable-streams/client";

const [url, token, live, offset, form] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${token}`, ...(form === "json" && { Accept: "application/json" }) };
const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");

const reading = await stream({ url, headers, offset, live: live === "false" ? false : live });
const tell = ({ offset, streamClosed, text, items }) => say({ offset, isClosed: streamClosed, text, items });
if (form === "json") reading.subscribeJson(tell);
else reading.subscribeText(tell);
await reading.closed;
say({ hasEnded: true, offset: reading.offset, isClosed: reading.streamClosed });
