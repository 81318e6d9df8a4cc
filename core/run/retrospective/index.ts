export { isAfterEnd } from "./is-after-end.ts";
export { judgeReply } from "./judge-reply.ts";
export { readReplies } from "./read-replies.ts";
export { repliesOfRun } from "./replies-of-run.ts";
