/** `@login`, not inside a word, an address or a path. Team mentions (`@org/team`) are not modelled. */
export const mentionPattern = /(?<![\w/@.`-])@([a-z\d](?:[a-z\d-]{0,38}))(?![\w/-])/gi;

/** `#12`, not inside a word or an address. */
export const referencePattern = /(?<![\w/&#`-])#(\d{1,9})(?!\w)/g;
