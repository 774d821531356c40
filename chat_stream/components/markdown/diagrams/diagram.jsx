// A Mermaid diagram: its source until it is complete, then a picture in which nothing runs, loads or can be clicked, or
// the source with the reason why it can't be drawn.
import { useTexts } from "../../../texts/page.js";
import { DiagramDialog } from "./diagram_dialog.jsx";
import { drawn, reasonOf, refusalOf } from "./mermaid.js";
import { useDialogStore } from "@ariakit/react";
import { Maximize2 } from "lucide-react";
import { useEffect, useState } from "react";

const SMALLEST = 0.6; // of a picture's own size: smaller letters can't be read

export function Diagram({ code, isIncomplete }) {
  const say = useTexts();
  const { picture, reason, isDrawing } = useDrawing(code, isIncomplete);
  if (!picture) return <Source code={code} reason={reason && say(...reason)} isDrawing={isDrawing} />;
  return (
    <figure className="diagram">
      <Picture picture={picture} />
      <details>
        <summary>{say("diagram-source")}</summary>
        <Source code={code} />
      </details>
    </figure>
  );
}

/** @typedef {{ picture?: any, reason?: [string, object?], isDrawing?: boolean, code?: string }} Drawing */

/**
 * `picture`, or the `reason` why there is none: a key of the catalogue and its values. The last one stays until another is
 * drawn, as in other colours.
 * @returns {Drawing}
 */
function useDrawing(code, isIncomplete) {
  const isDark = useIsDark();
  const [drawing, setDrawing] = useState(/** @type {Drawing} */ ({}));
  const refusal = refusalOf(code);
  const isTried = !isIncomplete && !refusal;
  useEffect(() => {
    if (!isTried) return;
    let isWanted = true;
    const show = (drawing) => isWanted && setDrawing({ ...drawing, code });
    const fail = (error) => show({ reason: ["diagram-wrong", { reason: reasonOf(error) }] });
    drawn(code, isDark).then((picture) => show({ picture }), fail);
    return () => {
      isWanted = false;
    };
  }, [code, isTried, isDark]);
  if (isIncomplete) return {};
  if (refusal) return { reason: [refusal] };
  return drawing.code === code ? drawing : { isDrawing: true };
}

function Picture({ picture }) {
  const say = useTexts();
  const dialog = useDialogStore();
  const { address, width, height, title } = picture;
  const size = { width: `max(100%, ${SMALLEST * width}px)`, maxWidth: width, aspectRatio: `${width} / ${height}` };
  const name = title || say("diagram-untitled");
  return (
    <div className="diagram-frame">
      <div className="diagram-picture" tabIndex={0} role="group" aria-label={say("diagram")}>
        <img src={address} alt={name} style={size} onClick={dialog.show} />
      </div>
      <button
        type="button"
        className="icon-button diagram-open"
        aria-label={say("diagram-open")}
        title={say("diagram-open")}
        aria-haspopup="dialog"
        onClick={dialog.show}
      >
        <Maximize2 size={15} aria-hidden />
      </button>
      <DiagramDialog dialog={dialog} picture={picture} name={name} />
    </div>
  );
}

function Source({ code, reason = "", isDrawing = false }) {
  return (
    <>
      <pre className="diagram-source" dir="ltr" tabIndex={0} data-is-drawing={isDrawing}>
        {code}
      </pre>
      {reason && <p className="diagram-reason">{reason}</p>}
    </>
  );
}

function useIsDark() {
  const look = () => document.documentElement.classList.contains("dark");
  const [isDark, setDark] = useState(look);
  useEffect(() => {
    const observer = new MutationObserver(() => setDark(look()));
    observer.observe(document.documentElement, { attributeFilter: ["class"] });
    return () => observer.disconnect();
  }, []);
  return isDark;
}
