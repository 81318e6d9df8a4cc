import type { RestAnswer, RestRequest } from "./rest-request.ts";

const defaultPageSize = 30;
const maximumPageSize = 100;

/**
 * One page of `items` with GitHub's Link header; only the items on the page are turned into JSON.
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function paginate<Item>(
  request: RestRequest,
  items: readonly Item[],
  view: (item: Item) => unknown,
  wrap: (page: unknown[]) => unknown = (page) => page,
): RestAnswer {
  const size = Math.min(positive(request.query["per_page"], defaultPageSize), maximumPageSize);
  const page = positive(request.query["page"], 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(page > 1 ? [link("prev", page - 1), link("first", 1)] : []),
    ...(page < last ? [link("next", page + 1), link("last", last)] : []),
  ];
  return {
    status: 200,
    body: wrap(items.slice((page - 1) * size, page * size).map((item) => view(item))),
    ...(links.length > 0 && { headers: { link: links.join(", ") } }),
  };

  function link(relation: string, target: number): string {
    const url = new URL(request.url);
    url.searchParams.set("page", String(target));
    return `<${url.href}>; rel="${relation}"`;
  }
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
