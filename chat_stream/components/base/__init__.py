"""Building blocks without a subject: fields, sections, links, buttons, notices."""
