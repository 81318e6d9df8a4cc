import { z } from "zod";
import { parseDateRange } from "../calendar/index.ts";
import { advised } from "./field-kinds.ts";
import { guessDates } from "./guess-value.ts";

/** A day, or a stretch of days with both ends. */
export const dateRange = () =>
  advised(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(?: *\.\. *\d{4}-\d{2}-\d{2})?$/)
      .refine((text) => parseDateRange(text) !== undefined),
    "a date such as `2026-12-24`, or a stretch such as `2026-12-24..2027-01-02`, at most 400 days",
    "write days as year, month, day, the earlier one first",
    { guess: guessDates },
  );
