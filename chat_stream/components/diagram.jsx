// A Mermaid diagram: its text until that is complete, then a picture of it, in which nothing runs, loads or can be clicked.
import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
import { drawn, isHarmless } from "./mermaid.js";
import { useEffect, useState } from "react";

export function Diagram({ code, isIncomplete }) {
  const say = useTexts();
  const isDark = useIsDark();
  const [picture, setPicture] = useState(null);
  const isReady = !isIncomplete && isHarmless(code);
  useEffect(() => {
    if (!isReady) return;
    let isWanted = true;
    const show = (picture) => isWanted && setPicture(picture);
    drawn(code, isDark).then(show, () => show(null)); // what can't be drawn stays as it was written
    return () => {
      isWanted = false;
    };
  }, [code, isReady, isDark]);

  if (!isReady || !picture) return <Source code={code} />;
  return (
    <figure className="diagram">
      <div className="diagram-picture" tabIndex={0} role="group" aria-label={say("diagram")}>
        <img src={picture.address} width={picture.width} height={picture.height} alt={picture.title || say("diagram-untitled")} />
      </div>
      <details>
        <summary>{say("diagram-source")}</summary>
        <Source code={code} />
      </details>
    </figure>
  );
}

function Source({ code }) {
  return (
    <pre className="diagram-source" dir="ltr" tabIndex={0}>
      {code}
    </pre>
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
