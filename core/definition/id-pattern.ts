/** The form of process ids, step ids, field ids, role ids and area folders. It stands alone, since pages need it in the browser. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
