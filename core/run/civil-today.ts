export { civilToday } from "../calendar/index.ts";
