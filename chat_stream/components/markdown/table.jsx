// A table, which scrolls if it is wide, with buttons that copy it: as cells and Markdown, or as CSV.
import { useTexts } from "../../texts/page.js";
import { copiedElements, htmlOf } from "../copying/copied_elements.js";
import { cellText } from "../copying/copied_text.js";
import { useCopy } from "../copying/copy_button.jsx";
import { csvOf } from "./csv.js";
import { useRef } from "react";
import { extractTableDataFromElement, tableDataToMarkdown } from "streamdown";

/** Spreadsheets and Word paste the cells, other programs the Markdown. */
export function Table({ node, children }) {
  const say = useTexts();
  const table = useRef(/** @type {any} */ (null));
  const { source } = node.properties;
  const both = () => {
    const text = source ?? tableDataToMarkdown(extractTableDataFromElement(table.current));
    return { text, html: htmlOf(copiedElements(holding(table.current))) };
  };
  return (
    <div className="table-frame">
      <div className="table-actions">
        <CopyTable label={say("table-copy")} content={both} />
        <CopyTable label={say("table-copy-csv")} content={() => ({ text: csvOf(valuesOf(table.current)) })} />
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={say("table")}>
        <table ref={table}>{children}</table>
      </div>
    </div>
  );
}

function CopyTable({ label, content }) {
  const say = useTexts();
  const [outcome, copy] = useCopy();
  const words = { waits: label, copied: say("copy-copied"), failed: say("copy-by-hand") };
  return (
    <button type="button" className="table-action" aria-label={label} onClick={() => copy(content())}>
      <span aria-live="polite">{words[outcome]}</span>
    </button>
  );
}

function valuesOf(table) {
  const rows = copiedElements(holding(table)).querySelectorAll("tr");
  return [...rows].map((row) => [...row.children].map(cellText));
}

function holding(table) {
  const holder = document.createElement("div");
  holder.append(table.cloneNode(true));
  return holder;
}
