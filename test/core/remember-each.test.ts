import { expect, test } from "vitest";
import { rememberEach } from "../../core/remember-each.ts";

test("what was asked of an object before is not worked out again", () => {
  const done: object[] = [];
  const keys = rememberEach((object: object) => {
    done.push(object);
    return Object.keys(object);
  });
  const [one, like] = [{ a: 1 }, { a: 1 }];
  const given = [one, like, one, like].map(keys);
  expect(given).toEqual([["a"], ["a"], ["a"], ["a"]]);
  expect(given[2]).toBe(given[0]);
  expect(done).toEqual([one, like]);
});

test("what is nothing is remembered, too, and what failed is tried again", () => {
  let tries = 0;
  const odd = rememberEach<{ readonly isBad: boolean }, undefined>(({ isBad }) => {
    tries += 1;
    if (isBad) throw new Error("bad");
    return undefined;
  });
  const [fine, bad] = [{ isBad: false }, { isBad: true }];
  odd(fine);
  odd(fine);
  expect(() => odd(bad)).toThrow("bad");
  expect(() => odd(bad)).toThrow("bad");
  expect(tries).toBe(3);
});
