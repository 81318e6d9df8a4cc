/** The native field that holds the due date: its name as GitHub gives it at first. An organisation may rename it; it then is not written. */
export const dueFieldName = "Target date";
