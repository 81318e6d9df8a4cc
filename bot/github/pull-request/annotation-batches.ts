import type { CheckAnnotation } from "../../../core/pull-request/index.ts";

/** GitHub takes so many annotations in one request. https://docs.github.com/en/rest/checks/runs */
const mostInARequest = 50;
const longestMessage = 60_000;

/** Annotations as GitHub takes them, in as many requests as they need; one empty request where there are none. */
export function annotationBatches(annotations: readonly CheckAnnotation[]): object[][] {
  const shown = annotations.map(({ path, line, level, title, message }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title,
    message: message.slice(0, longestMessage),
  }));
  const batches = Array.from({ length: Math.ceil(shown.length / mostInARequest) }, (_, index) =>
    shown.slice(index * mostInARequest, (index + 1) * mostInARequest),
  );
  return batches.length === 0 ? [[]] : batches;
}
