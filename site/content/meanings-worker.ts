import { meaningsOf } from "./meanings-of.ts";
import { workThrough } from "./work-through.ts";

workThrough(meaningsOf);
