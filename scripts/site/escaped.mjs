const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in HTML, in quoted attributes too. */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
