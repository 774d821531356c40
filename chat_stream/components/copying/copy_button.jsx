import { useTexts } from "../../texts/page.js";
import { toClipboard } from "./clipboard.js";
import { useEffect, useState } from "react";

const WORDS = { waits: "copy", copied: "copy-copied", failed: "copy-by-hand" };

/** @param {import("../contract/props.js").CopyButtonProps & import("react").ComponentProps<"button">} props */
export function CopyButton({ text, ...rest }) {
  const say = useTexts();
  const [outcome, copy] = useCopy();
  return (
    <button type="button" onClick={() => copy({ text })} {...rest}>
      <span aria-live="polite">{say(WORDS[outcome])}</span>
    </button>
  );
}

/** @typedef {"waits" | "copied" | "failed"} Outcome */

/**
 * A function that copies `{ text, html }`, and the outcome of the last copy for two seconds.
 * @returns {[Outcome, (content: { text: string, html?: string }) => void]}
 */
export function useCopy() {
  const [outcome, setOutcome] = useState(/** @type {Outcome} */ ("waits"));

  useEffect(() => {
    if (outcome === "waits") return;
    const timer = setTimeout(() => setOutcome("waits"), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = (/** @type {{ text: string, html?: string }} */ content) =>
    toClipboard(content).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );
  return [outcome, copy];
}
