import {
  type Draft,
  type ParsedProcess,
  type ProcessSource,
  parseProcess,
} from "../../core/definition/index.ts";

type Section = ParsedProcess["body"]["introduction"];

/** A parsed process without its syntax trees: plain data that can be kept in a file or sent between threads. */
export interface LightProcess {
  readonly draft: ParsedProcess["draft"];
  readonly introduction: LightSection;
  readonly sections: readonly LightSection[];
  readonly bodyFindings: ParsedProcess["findings"];
  readonly findings: ParsedProcess["findings"];
  /** What YAML itself refused. */
  readonly yamlFindings: ParsedProcess["findings"];
}

type LightSection = Omit<Section, "nodes">;

/** What of a parsed process is worth keeping. */
export function lightProcess(parsed: ParsedProcess): LightProcess {
  return {
    draft: parsed.draft,
    introduction: lightSection(parsed.body.introduction),
    sections: parsed.body.sections.map(lightSection),
    bodyFindings: parsed.body.findings,
    findings: parsed.findings,
    yamlFindings: parsed.frontMatter.findings,
  };
}

function lightSection({ nodes: _nodes, ...section }: Section): LightSection {
  return section;
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
  const parts = source.path.split("/");
  return {
    path: source.path,
    id: (parts.at(-1) ?? "").replace(/\.mdx$/, ""),
    area: parts.length > 1 ? (parts[0] ?? "") : "",
    draft: light.draft as Draft<never>,
    findings: light.findings,
    body: {
      introduction: withNodes(light.introduction, () => whole().body.introduction),
      sections: light.sections.map((section, index) =>
        withNodes(section, () => whole().body.sections[index]),
      ),
      findings: light.bodyFindings,
    },
    frontMatter: {
      findings: light.yamlFindings,
      get value() {
        return whole().frontMatter.value;
      },
      positionOf: (path) => whole().frontMatter.positionOf(path),
      keyPositionOf: (path) => whole().frontMatter.keyPositionOf(path),
    },
  };
}
