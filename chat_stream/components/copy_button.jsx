import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
import { useEffect, useState } from "react";

const WORDS = { waits: "copy", copied: "copy-copied", failed: "copy-by-hand" };

export function CopyButton({ text, ...rest }) {
  const say = useTexts();
  const [outcome, copy] = useCopy();
  return (
    <button type="button" onClick={() => copy(text)} {...rest}>
      <span aria-live="polite">{say(WORDS[outcome])}</span>
    </button>
  );
}

/** What became of the last copy, for two seconds, and what copies a text. */
export function useCopy() {
  const [outcome, setOutcome] = useState("waits");

  useEffect(() => {
    if (outcome === "waits") return;
    const timer = setTimeout(() => setOutcome("waits"), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text); // there is no clipboard without https, other than on localhost
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  };
  return [outcome, copy];
}
