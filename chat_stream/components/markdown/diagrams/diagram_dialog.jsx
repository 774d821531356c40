// A diagram in a dialog as large as the page. It scrolls, and is zoomed by buttons and by `+`, `-` and `0`.
import { useTexts } from "../../../texts/page.js";
import { Dialog, DialogDismiss, DialogHeading, useStoreState } from "@ariakit/react";
import { Scan, X, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";

const STEP = 1.25;
const SMALLEST = 0.1;
const LARGEST = 8;
const FITTING = 2; // a small picture isn't enlarged more than this
const READABLE = 1; // the initial size of a large picture, even if not all of it is visible

/** @param {{ dialog: import("@ariakit/react").DialogStore, picture: any, name: string }} props */
export function DiagramDialog({ dialog, picture, name }) {
  const isOpen = useStoreState(dialog, "open");
  const say = useTexts();
  if (!isOpen) return null;
  return (
    <Dialog store={dialog} portal unmountOnHide backdrop={<div className="backdrop" />} className="dialog diagram-dialog">
      <Large picture={picture} name={name} say={say} />
    </Dialog>
  );
}

function Large({ picture, name, say }) {
  const area = useRef(null);
  const { zoom, by, fit } = useZoom(area, picture);
  const keys = { "+": () => by(STEP), "=": () => by(STEP), "-": () => by(1 / STEP), 0: fit };
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  };
  return (
    <div className="contents" onKeyDown={press}>
      <header className="dialog-header">
        <DialogHeading className="min-w-0 truncate text-sm font-medium">{picture.title || say("diagram")}</DialogHeading>
        <div className="flex gap-1">
          <Tool Icon={ZoomOut} label={say("diagram-smaller")} onClick={() => by(1 / STEP)} />
          <Tool Icon={Scan} label={say("diagram-fit")} onClick={fit} />
          <Tool Icon={ZoomIn} label={say("diagram-larger")} onClick={() => by(STEP)} />
          <DialogDismiss className="icon-button" aria-label={say("diagram-close")}>
            <X size={17} aria-hidden />
          </DialogDismiss>
        </div>
      </header>
      <div ref={area} className="diagram-large" tabIndex={0} role="group" aria-label={say("diagram")}>
        <img src={picture.address} alt={name} style={{ width: picture.width * zoom, height: picture.height * zoom }} />
      </div>
    </div>
  );
}

function Tool({ Icon, label, onClick }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon size={17} aria-hidden />
    </button>
  );
}

/** The zoom of the picture, and functions to change it. The middle stays in the middle. */
function useZoom(area, { width, height }) {
  const [zoom, setZoom] = useState(1);
  const middle = useRef(/** @type {[number, number] | null} */ (null));
  const fitting = () => {
    const { clientWidth, clientHeight } = area.current;
    return Math.min(clientWidth / width, clientHeight / height, FITTING);
  };
  const fit = () => setZoom(within(fitting()));
  const by = (factor) => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = area.current;
    middle.current = [(scrollLeft + clientWidth / 2) / scrollWidth, (scrollTop + clientHeight / 2) / scrollHeight];
    setZoom((zoom) => within(zoom * factor));
  };
  useLayoutEffect(() => {
    if (!middle.current) return;
    const { current: element } = area;
    const [x, y] = middle.current;
    element.scrollTo(x * element.scrollWidth - element.clientWidth / 2, y * element.scrollHeight - element.clientHeight / 2);
  }, [zoom, area]);
  const begin = useEffectEvent(() => {
    setZoom(Math.max(fitting(), READABLE));
    area.current.focus();
  });
  // eslint-disable-next-line react-hooks/set-state-in-effect -- what fits is known once the dialog stands there
  useEffect(() => begin(), []);
  return { zoom, by, fit };
}

function within(zoom) {
  return Math.min(LARGEST, Math.max(SMALLEST, zoom));
}
