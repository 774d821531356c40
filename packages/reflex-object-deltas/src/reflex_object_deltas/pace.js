// When a page shows what has grown: at once, unless showing it takes more than a sixth of the time. On a slow machine, or
// at the end of a very long paragraph, text then comes in larger pieces, and the page goes on listening to its reader.
const SHARE = 6; // all that isn't measured here (messages, garbage, the frames of scrolling) takes as much again
const LONGEST = 400; // milliseconds of rest, however slow the page is

let timer; // until there is time again
let next = 0; // when there is
let rendering = 0; // milliseconds that the last piece took in scripts,
let drawing = 0; // and in its frame

/** Calls `show` when there is time for it: once, however often it was asked for until then. */
export function whenThereIsTime(show) {
  if (timer) return;
  const wait = next - performance.now();
  if (wait <= 0) return measured(show);
  timer = setTimeout(() => {
    timer = undefined;
    measured(show);
  }, wait);
}

function measured(show) {
  const began = performance.now();
  const rest = () => {
    const took = rendering + drawing;
    next = began + took + Math.min(LONGEST, (SHARE - 1) * took);
  };
  show();
  queueMicrotask(() => {
    rendering = performance.now() - began; // React renders in a microtask of its own, which came before this one
    rest();
  });
  requestAnimationFrame(() => {
    const frame = performance.now();
    setTimeout(() => {
      drawing = performance.now() - frame;
      rest();
    });
  });
}
