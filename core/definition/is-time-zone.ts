import { rememberLast } from "../remember-last.ts";

const mostTimeZones = 50;

/** Whether the runtime knows a time zone of this name; finding out takes it a while. */
export const isTimeZone = rememberLast(mostTimeZones, (name) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
});
