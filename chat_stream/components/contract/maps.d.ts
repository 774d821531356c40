// Written by `python -m tools.page.declarations` from what Python declares.
import type { MapName } from "./objects.js";

export const CHATS: MapName<ChatEntry>;
export const MESSAGES: MapName<MessageEntry>;
export const NEW_LINKS: MapName<LinkEntry>;
export const NEW_TOKENS: MapName<NewTokenEntry>;
export const OFFERS: MapName<Offer>;
export const PLACES: MapName<PlaceEntry>;
export const QUEUED: MapName<QueuedEntry>;
export const QUEUES: MapName<QueueEntry>;
export const REACHES: MapName<Reach>;
export const RECEIPTS: MapName<Receipt>;
export const STREAMING: MapName<StreamingContent>;
export const TOTALS: MapName<CountsEntry>;
export const LIST: string;
export const ARCHIVE: string;
export const OFFER: string;
export const LIVE: ReadonlyArray<string | undefined>;

export interface ChatEntry {
  title: string;
  at: number;
  pinned?: boolean;
  archived?: boolean;
  written?: boolean;
  unread?: boolean;
}

export interface CountsEntry {
  prompt_tokens?: number;
  completion_tokens?: number;
  is_estimated?: boolean;
  cost?: number;
  first_token_after?: number;
  written_in?: number;
  room?: number;
  begins_with?: string;
  thought_in?: number;
}

export interface LinkEntry {
  address: string;
  about: string;
}

export interface MessageEntry {
  role: "user" | "assistant";
  status: "pending" | "streaming" | "completed" | "stopped" | "failed" | "interrupted";
  at: number;
  text?: string;
  reasoning?: string;
  model: string;
  asked?: string;
  error: string;
  provider_words?: string;
  waited?: number;
  author?: string;
  initials?: string;
  is_cut?: boolean;
  counts?: CountsEntry;
}

export interface ModelEntry {
  label: string;
  provider: string;
  context?: number;
  input_price?: number;
  output_price?: number;
  abilities?: Array<string>;
}

export interface NewTokenEntry {
  id: string;
  secret: string;
}

export interface Offer {
  version: string;
  models: Record<string, ModelEntry>;
}

export interface PlaceEntry {
  follows: string;
  position: number;
  chosen: number;
}

export interface QueueEntry {
  waiting: Array<WaitingEntry>;
}

export interface QueuedEntry {
  text: string;
  own: boolean;
  author?: string;
  initials?: string;
}

export interface Reach {
  end: string;
}

export interface Receipt {
  error: string;
  chat_id?: string;
}

export interface StreamingContent {
  content?: string;
  reasoning?: string;
}

export interface WaitingEntry {
  id: string;
  after: string;
}

