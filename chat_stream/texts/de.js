// The German texts of the page: all files of the catalogue except the mails.
const files = import.meta.glob(["./*.de.ftl", "!./mail.de.ftl"], { query: "?raw", import: "default", eager: true });

export default Object.values(files).join("\n");
