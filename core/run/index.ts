export { civilToday } from "./civil-today.ts";
