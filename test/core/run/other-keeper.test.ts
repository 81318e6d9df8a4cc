import { expect, test } from "vitest";
import type { ObservedComment, ObservedRun, Permission } from "../../../core/run/index.ts";
import { otherKeeperOf } from "../../../core/run/index.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { SimulatedRun } from "./simulated-run.ts";

const { observed } = new SimulatedRun({
  handbook: handbookOf(shippedFiles()),
  process: "publish-blog-post",
  anchorDate: "2027-06-15",
  now: "2026-11-23T08:00:00Z",
});
const looksLikeStatus = "### A run\n\n<!-- handrail:status e30= -->";

const runWith = (comment: Partial<ObservedComment>, permission: Permission): ObservedRun => ({
  ...observed,
  run: {
    ...observed.run,
    comments: [
      {
        id: "IC_1",
        number: 1,
        author: "stan",
        authorId: 7,
        isByOurAccount: false,
        isOurs: false,
        isByApp: false,
        isEditedByPeople: false,
        edit: null,
        doubts: new Map(),
        body: looksLikeStatus,
        createdAt: "2026-11-23T08:00:00Z",
        hasOurReaction: false,
        isSetAside: false,
        ...comment,
      },
    ],
  },
  people: { ...observed.people, permissions: new Map([["stan", permission]]) },
});

test.each([
  {
    who: "another app",
    comment: { isByApp: true, author: "other" },
    permission: "none",
    keeper: "other[bot]",
  },
  { who: "a person who may write", comment: {}, permission: "write", keeper: "stan" },
  { who: "an outsider", comment: {}, permission: "read", keeper: undefined },
  { who: "the bot itself", comment: { isOurs: true, isByApp: true }, permission: "none", keeper: undefined },
  { who: "somebody without the form", comment: { body: "Hello" }, permission: "admin", keeper: undefined },
] as const)("a status comment by $who: $keeper looks after the run", ({ comment, permission, keeper }) => {
  expect(otherKeeperOf(runWith(comment, permission))).toBe(keeper);
});
