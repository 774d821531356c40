// A block of code with its copy button.
import { useTexts } from "../../texts/page.js";
import { linesOf } from "../copying/copied_code.js";
import { useCopy } from "../copying/copy_button.jsx";
import { Check, Copy } from "lucide-react";
import { cloneElement } from "react";

const DRAWN = /language-(?:mermaid|math)\b/;

/** The content of a `pre`. `data-block` tells Streamdown that it isn't inline code. */
export function CodeFrame({ children }) {
  if (!children?.props) return children;
  const block = cloneElement(children, { "data-block": "true" });
  if (DRAWN.test(children.props.className ?? "")) return block;
  return (
    <div className="code-frame">
      {block}
      <CopyCode />
    </div>
  );
}

function CopyCode() {
  const say = useTexts();
  const [outcome, copy] = useCopy();
  const copyBlock = ({ currentTarget }) => {
    const block = currentTarget.parentElement.querySelector("[data-streamdown=code-block-body]");
    copy({ text: linesOf(block) });
  };
  const Icon = outcome === "copied" ? Check : Copy;
  const words = { copied: "copy-copied", failed: "copy-by-hand" };
  return (
    <button type="button" className="copy-code" aria-label={say("code-copy")} title={say("code-copy")} onClick={copyBlock}>
      <span aria-live="polite">{outcome !== "waits" && say(words[outcome])}</span>
      <Icon size={14} aria-hidden />
    </button>
  );
}
