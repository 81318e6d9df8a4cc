import { civilToday } from "../../core/calendar/index.ts";
import { decideReading, dueReviews, writeReview } from "../../core/reading/index.ts";
import type { Seal } from "../../core/run/index.ts";
import { graphqlOf } from "../github/octokit-class.ts";
import { createReadingRepository, type ReadingRepository } from "../github/reading/reading-repository.ts";
import { restOf } from "../github/rest-client.ts";
import type { Clock } from "../ports/clock.ts";
import type { RepositoryRef } from "../runs.ts";

/** The issues of every repository in which people are asked to read. */
export interface Readings {
  /** Looks at one of them that somebody has changed; gives how much was written. */
  tick(ref: RepositoryRef, issue: number): Promise<number>;
  /** Asks owners to look through what nobody has looked through for long; gives how many were asked. */
  askForReviews(ref: RepositoryRef): Promise<number>;
}

/** What one look writes the next finds as it should be, unless somebody else wrote meanwhile. */
const mostLooks = 3;

/** Readings. What was read of a commit is kept, since a commit never changes. */
export function createReadings({
  handbookRoot,
  now,
  seal,
}: {
  readonly handbookRoot: string;
  readonly now: Clock;
  /** What notes are signed with; without it they are told by who wrote them last. */
  readonly seal?: Seal | undefined;
}): Readings {
  const repositories = new Map<string, ReadingRepository>();
  const repositoryOf = ({ owner, name, octokit }: RepositoryRef) => {
    const key = `${owner}/${name}`;
    const known = repositories.get(key);
    const clients = { graphql: graphqlOf(octokit), rest: restOf(octokit) };
    if (known) return known.reachedBy(clients);
    const fresh = createReadingRepository({ ...clients, name: { owner, name }, root: handbookRoot, seal });
    repositories.set(key, fresh);
    return fresh;
  };
  return {
    async tick(ref, issue) {
      const repository = repositoryOf(ref);
      const written = new Set<string>();
      for (let look = 0; look < mostLooks; look += 1) {
        const observed = await repository.observe(issue);
        if (!observed) break;
        // What was written a moment ago may not show yet.
        const changes = decideReading(observed).filter((change) => !written.has(JSON.stringify(change)));
        if (changes.length === 0) break;
        await repository.act(observed, changes);
        for (const change of changes) written.add(JSON.stringify(change));
      }
      return written.size;
    },
    async askForReviews(ref) {
      const repository = repositoryOf(ref);
      const newest = await repository.newest();
      if (!newest?.handbook.config.changes.readAgain) return 0;
      const { handbook, repositoryId, url } = newest;
      const today = civilToday(now(), handbook.config.timeZone);
      const changedOn = await repository.changedOn(newest);
      const nobody = { today, changedOn, confirmedOn: new Map() };
      if (dueReviews(handbook, nobody).length === 0) return 0;
      const { confirmedOn, asked, twins } = await repository.reviews(handbook.config.timeZone);
      const due = dueReviews(handbook, { today, changedOn, confirmedOn });
      const wanted = due.filter(({ process }) => !asked.has(process));
      for (const review of wanted)
        await repository.open(
          writeReview({ ...review, url: url(review.process, review.path) }),
          repositoryId,
        );
      // Two sweeps at once, or a list that lagged behind: the older one counts.
      for (const twin of twins) await repository.drop(twin);
      return wanted.length + twins.length;
    },
  };
}
