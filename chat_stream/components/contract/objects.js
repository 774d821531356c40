// The maps that the page keeps of its objects, under one name for all components.
export * from "$/public/external/chat_stream/object_deltas/page/page.js";
