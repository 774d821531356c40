// Renders Markdown where nobody sees it, once the page has nothing else to do. Code that a browser runs for the first time
// takes several times as long, and the first answer would wait for that.
import { Activity } from "react";
import { Markdown } from "./markdown.jsx";

const SAMPLE = "A **first** answer, with `code` and a [link](https://example.com):\n\n- an entry\n- another one";

export function WarmUp() {
  return (
    <Activity mode="hidden">
      <Markdown text={SAMPLE} isStreaming />
    </Activity>
  );
}
