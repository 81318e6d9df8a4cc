export { following } from "./following.ts";
export { offeredRevision } from "./offered-revision.ts";
export { planUpgrade, type UpgradePlan } from "./plan-upgrade.ts";
export { type UpgradeOutlook, upgradeOutlook } from "./upgrade-outlook.ts";
