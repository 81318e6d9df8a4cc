/** A page of the guide as plain text. */
export interface GuideText {
  /** Path below the site's base, `guide/reading`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}
