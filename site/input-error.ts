/** A mistake in what a build was given, settings or files: the program itself is sound. */
export class InputError extends Error {
  /** What to do. */
  readonly hint: string;
  /** The file to mend; none where a setting is wrong. */
  readonly loc: { readonly file?: string | undefined };

  constructor(message: string, hint: string, file?: string) {
    super(message);
    this.name = "InputError";
    this.hint = hint;
    this.loc = { file };
  }
}
