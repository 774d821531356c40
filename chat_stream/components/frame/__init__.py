"""The frame of all pages: sidebar, header, keyboard, and the pages for what is missing or broken."""
