import fc from "fast-check";

/**
 * Properties try the same values on every machine, so that a run of the tests means the same everywhere. To look for new
 * ones: `FAST_CHECK_SEED=$RANDOM npm test`; what fails prints the seed and the path that repeat it.
 */
const seed = Number(process.env["FAST_CHECK_SEED"] ?? 20_260_101);
fc.configureGlobal({ seed });
