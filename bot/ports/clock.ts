/** The moment now, as an ISO instant. Only entry points make one; everything else is handed it. */
export type Clock = () => string;
