// The maps that the page keeps of its objects, under one name for all components.
export * from "$/public/external/reflex_object_deltas/page/page.js";
