// Pairs opening and closing tags among siblings, with elements for what is between them.

const DEEPEST = 30; // nested elements

/**
 * The nodes with an element for each pair of tags. A tag without a partner stays in the list. With `isUnfinished`,
 * elements that are open at the end are closed there, because their closing tags may still come.
 */
export function paired(nodes, isUnfinished) {
  const frames = [{ children: [] }];
  for (const node of nodes) take(frames, node);
  while (frames.length > 1) leave(frames, isUnfinished);
  return frames[0].children;
}

function take(frames, node) {
  if (node.type !== "tag" || node.isAlone) frames.at(-1).children.push(node);
  else if (node.isClosing) close(frames, node);
  else if (frames.length > DEEPEST) frames.at(-1).children.push(node);
  else frames.push({ tag: node, children: [] });
}

function close(frames, tag) {
  if (!frames.some((frame) => frame.tag?.name === tag.name)) {
    frames.at(-1).children.push(tag);
    return;
  }
  while (frames.at(-1).tag.name !== tag.name) leave(frames, false);
  leave(frames, true);
}

/** Ends the innermost frame: as an element, or as a single tag followed by its content. */
function leave(frames, isElement) {
  const { tag, children } = frames.pop();
  const outer = frames.at(-1).children;
  if (isElement) outer.push(elementOf(tag, children));
  else for (const node of [tag, ...children]) outer.push(node);
}

function elementOf({ name, isOpen }, children) {
  return { type: "tagged", name, children, data: { hName: name, hProperties: isOpen ? { open: true } : {} } };
}
