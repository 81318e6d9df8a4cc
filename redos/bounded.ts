/** What holds a pattern that takes more than linear time, or that cannot be judged in time. */
export interface Bound {
  /** How many characters it ever reads at once. */
  readonly longest: number;
  /** What it reads. */
  readonly reads: string;
  /** Where that length is seen to: a file, and the words of it that do. Absent where nothing of ours does, for the reason that `reads` gives. */
  readonly cutBy?: readonly [file: string, words: string] | undefined;
  /** A text that takes it long, made as long as the bound allows by repeating the middle part. */
  readonly worst: readonly [start: string, repeated: string, end: string];
}

type Held = readonly [pattern: string, worst: Bound["worst"]];

type CutBy = Bound["cutBy"];

const held: readonly (readonly [longest: number, reads: string, cutBy: CutBy, patterns: readonly Held[]])[] =
  [
    [
      90,
      "the title of a step, cut",
      ["core/import/draft-of-list.ts", "const longestTitle = 90;"],
      [["/\\s+\\S*$/", ["", "\t", "\0\t"]]],
    ],
    [
      2_000,
      "a line of an imported list; a longer one is taken as words",
      ["core/import/mdx-text.ts", "const longestMarked = 2000;"],
      [
        ["/(`[^`]+`|!?\\[[^\\]\\n]*\\]\\([^()\\s]+\\)|<https?:\\/\\/[^>\\s]+>)/", ["", "[", ""]],
        ["/!?\\[([^\\]\\n]*)\\]\\([^()\\s]*\\)/g", ["", "[", ""]],
        ["/<\\/?[a-z][^>]*>/gi", ["", "<a", ""]],
        ["/(\\*\\*|__|~~)(.+?)\\1/g", ["", "**_", "~~"]],
        ["/(?<![\\w*])[*_](\\S(?:.*?\\S)?)[*_](?![\\w*])/g", ["", " *a", ""]],
      ],
    ],
    [256, "the title of an issue, which GitHub bounds", undefined, [["/[\\s:]+$/", ["", "\t", "\0\t"]]]],
    [
      40,
      "a phrase; what is longer is not looked at",
      ["core/run/commands/command-meant.ts", "const longestPhrase = 40;"],
      [["/[\\s.!,;:)✅🎉]+$/u", ["", "\t", "\0\t"]]],
    ],
    [
      65_536,
      "a file of the handbook, or a part of it",
      ["core/definition/normalize-text.ts", "const longestFile = 65_536;"],
      [
        [
          "/^# Made from \\S+ by `(?:npx handrail|npm run handrail --) forms`\\./",
          ["# Made from ", "x by `", "!"],
        ],
        [
          "/```|~~~|\\]:|[\\t\\0]|^[ ]*(?:import|export)\\b|^[ ]+#|^[ ]{0,3}(?:-[ -]*|=+)$/m",
          [" - ", " - ", "x"],
        ],
        ["/^[a-z0-9][a-z0-9-]{0,63}$/", ["", "a", "!"]],
        ["/^(?:RRULE:)?[A-Z0-9=;,+-]{1,300}$/", ["RRULE:", "A", "!"]],
        ["/^(?!(?:null|true|false|nan|infinity|constructor|prototype)$)[a-z][\\w-]*$/i", ["a", "-", "!"]],
        ["/^-?(?:[1-9]|[12]\\d|3[01])(?:,-?(?:[1-9]|[12]\\d|3[01])){0,30}$/", ["1", ",11", "!"]],
        [
          "/^([a-z][\\w-]*):(?:(?= *\\n)|(?= +\\S))(?:[ \\n]|(?<=[ \\n])#[^\\n]*)*/gim",
          ["a:", "\n #:", "\n!"],
        ],
        ["/(?<=[^\\s,{[:] )([\\w-]+): /", ["x ", "a-", "!"]],
        [
          "/^( *(?:- )?)(title|summary|outcome|trigger|anchor|label|help|what|default|department): {1,99}([^\\s\"'|>[{#][^\\n]{0,999}?)[ \\t]{1,99}(#[\\p{L}\\p{N}][^\\n]*)$/gmu",
          ["", " help: o\r", "\n"],
        ],
        [
          "/(?<=[{,] {0,9})([\\w-]{1,64}): {1,9}([^\\s{}[\\]\"',][^{}[\\]\"',:]{0,999}: [^{}[\\]\"',]{0,999}?)(?= {0,9}(?:[,}]|$))/g",
          ["{ a: ", "b{ a: b", "!"],
        ],
        ["/([\\w-]{1,64}):/", ["", "-", ""]],
        [
          '/(!?\\[((?:[^\\][\\\\]|\\\\.)*)\\]\\(\\s*<?)([^)\\s>[]+)(>?(?:\\s+"[^"]*")?\\s*\\))/g',
          ["", '[](a "', ""],
        ],
        [
          "/^ {0,3}(`{3,}(?!`)(?=[^`\\n\\r\\u2028\\u2029]*$)|~{3,}(?!~))[^\\n\\r\\u2028\\u2029]*\\r?\\n.*?(?:^ {0,3}\\1[`~]*[ \\t]*$|(?![\\s\\S]))|(?<!`)(`+)(?!`).*?(?<!`)\\2(?!`)/gms",
          ["", "```\r", "`"],
        ],
        ["/^(?=.*$)( *(?:- )?)([\\w-]+): {1,99}(.*:(?: .*)?)$/", ["-: ", ":\0", " \n"]],
      ],
    ],
    [
      4_096,
      "settings of whoever runs the program, who harms nobody else",
      undefined,
      [
        ["/\\/+$/", ["", "/", "\0/"]],
        ["/^\\.\\/|\\/+$/g", ["/", "/", "/\0/"]],
      ],
    ],
    [
      64,
      "an amount with its unit, as it is written from a number",
      ["core/diagram/flow.ts", "formatQuantity("],
      [["/([a-z]+)$/", ["", "a", "\0a"]]],
    ],
    [
      500,
      "a value in a file, or digits that were entered, of which there are twelve at most",
      ["core/definition/shape-findings.ts", "const longestGuessed = 500;"],
      [
        ["/\\s*(?:\\.\\.+|…| to | bis | til )\\s*/", ["", "\t", "i…"]],
        ["/^(\\d{1,4})\\s*([\\p{L} ]*)$/u", ["0\t", " ", "\0"]],
        ["/0+$/", ["", "0", "\x00"]],
      ],
    ],
    [
      1_000,
      "what the Markdown parser says of a text",
      ["core/definition/parse-body.ts", "const longestReason = 1000;"],
      [
        ["/[.]+$/", ["", ".", "\0."]],
        [
          "/`@`.*create a link in MDX/",
          ["", "reate a link in MDX`@`", "reate a link in MDX\n`@`create a link in MDX"],
        ],
        [
          "/^Unexpected character `([^`\\s])` \\(U\\+\\w+\\) before name/",
          ["Unexpected character `x` (U+", "F", "!"],
        ],
        ["/closing tag for `(<[^>`]+>)`/", ["", "closing tag for `<a", ""]],
        ["/ .*>/", ["", " ", "\n >"]],
      ],
    ],
    [
      160,
      "what the YAML parser says of a text",
      ["core/definition/yaml-syntax-message.ts", ".slice(0, 160)"],
      [["/[.:]+$/", ["", ".", "\0."]]],
    ],
    [
      2_000,
      "an excerpt of a page, 30 words long, in the browser of whoever searches",
      undefined,
      [["/(<mark>.*?<\\/mark>)/s", ["", "<mark>", ""]]],
    ],
    [
      500_000,
      "a page or drawing that the build has made of our own words and of files that are bounded",
      undefined,
      [
        ['/(<(?:link|script)\\b[^<>]* (?:href|src)=")\\/(?=_astro\\/)/g', ["", '<link href="', ""]],
        ["/ (id|href)=(?:\"([^\"]+)\"|'([^']+)'|([^\\s>\"']+))/g", ["", " id=\"'", ""]],
        ["/url\\(\\s*(?!#)/i", ["url(", "          ", "#"]],
      ],
    ],
    [
      1_000,
      "the first thousand characters of a line of the front matter",
      ["core/definition/yaml-syntax-message.ts", "const longestLine = 1000;"],
      [
        [
          "/(?<=^ *(?:- )?|[{,] *)([\\w-]+): +([^\"'{}[\\],\\s][^\"'{}[\\],]*|)(\\{[a-z0-9-]{1,64}\\})([^\"'{}[\\],]*)/i",
          [" ", "  ", "\0\0"],
        ],
      ],
    ],
    [
      300,
      "a name",
      ["core/run/collect/read-collected.ts", "const longestName = 300;"],
      [["/^[\\s>*_-]+|[\\s*_]+$/g", ["\0", "\t", "-"]]],
    ],
  ];

/** Every such pattern, as it stands in the source. */
export const bounded: ReadonlyMap<string, Bound> = new Map(
  held.flatMap(([longest, reads, cutBy, patterns]) =>
    patterns.map(([pattern, worst]) => [pattern, { longest, reads, cutBy, worst }] as const),
  ),
);
