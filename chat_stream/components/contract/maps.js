// Written by `python -m tools.page.declarations` from what Python declares: the names of the maps that the server fills,
export const CHATS = "chats";
export const MESSAGES = "messages";
export const NEW_LINKS = "new_links";
export const NEW_TOKENS = "new_tokens";
export const OFFERS = "offers";
export const PLACES = "places";
export const QUEUED = "queued";
export const QUEUES = "queues";
export const REACHES = "reaches";
export const RECEIPTS = "receipts";
export const STREAMING = "streaming";
export const TOTALS = "totals";
// of keys in them,
export const LIST = "list";
export const ARCHIVE = "archive";
export const OFFER = "models";
// and the statuses of a message that is being written.
export const LIVE = ["pending", "streaming"];
