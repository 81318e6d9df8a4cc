/**
 * What reading one file found wrong, before any rule looks at it: a problem that has no severity yet,
 * since the handbook may set the severity of each problem id.
 */
export interface Finding {
  readonly problemId: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The field whose value was left out because it does not fit, as its path with dots: `steps.1.kind`. */
  readonly misread?: string;
}
