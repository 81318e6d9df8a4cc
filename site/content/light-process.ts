import { type ParsedProcess, type ProcessSource, parseProcess } from "../../core/definition/index.ts";

type Section = ParsedProcess["body"]["introduction"];
type LightSection = Omit<Section, "nodes">;

/** A parsed process without its syntax trees: plain data that can be kept in a file or sent between threads. */
export interface LightProcess extends Omit<ParsedProcess, "frontMatter" | "body"> {
  readonly yamlFindings: ParsedProcess["findings"];
  readonly body: Omit<ParsedProcess["body"], "introduction" | "sections"> & {
    readonly introduction: LightSection;
    readonly sections: readonly LightSection[];
  };
}

/** What of a parsed process is worth keeping. */
export function lightProcess({ frontMatter, body, ...parsed }: ParsedProcess): LightProcess {
  return {
    ...parsed,
    yamlFindings: frontMatter.findings,
    body: {
      ...body,
      introduction: lightSection(body.introduction),
      sections: body.sections.map(lightSection),
    },
  };
}

/** Every part but the tree, which is not even looked at: it is worked out only when it is. */
function lightSection({ title, line, column, markdown, checklist }: Section): LightSection {
  return { title, line, column, markdown, checklist };
}

/**
 * The parsed process a light one came from. Trees and positions are there as ever: the text is parsed again the
 * first time somebody asks for one, which few rules do and only where something is wrong. So it is without a light one.
 */
export function wholeProcess(source: ProcessSource, light: LightProcess | undefined): ParsedProcess {
  if (light === undefined) return parseProcess(source);
  let parsed: ParsedProcess | undefined;
  const whole = () => {
    parsed ??= parseProcess(source);
    return parsed;
  };
  const withNodes = (section: LightSection, find: () => Section | undefined): Section => ({
    ...section,
    get nodes() {
      return find()?.nodes ?? [];
    },
  });
  const { yamlFindings, body, ...kept } = light;
  return {
    ...kept,
    body: {
      ...body,
      introduction: withNodes(body.introduction, () => whole().body.introduction),
      sections: body.sections.map((section, index) => withNodes(section, () => whole().body.sections[index])),
    },
    frontMatter: {
      findings: yamlFindings,
      get value() {
        return whole().frontMatter.value;
      },
      positionOf: (path) => whole().frontMatter.positionOf(path),
      keyPositionOf: (path) => whole().frontMatter.keyPositionOf(path),
    },
  };
}
