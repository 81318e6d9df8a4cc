/** The data of date-holidays without what reads it; the package brings no types for it. */
declare module "date-holidays/data" {
  export const data: {
    readonly holidays: Readonly<
      Record<
        string,
        {
          readonly states?: Readonly<Record<string, unknown>>;
          readonly regions?: Readonly<Record<string, unknown>>;
        }
      >
    >;
  };
}
