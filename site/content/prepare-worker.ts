import { prepareAll } from "./prepare-file.ts";
import { workThrough } from "./work-through.ts";

workThrough(prepareAll);
