export { asksForDraft, draftAskedBy, type ProposalComment } from "./asked-draft.ts";
export { decideProposal, isProposalAnswer, type ProposalChange, proposalBranch } from "./decide-proposal.ts";
export { isOwnForm, issueForms } from "./issue-forms.ts";
export type { ObservedProposal } from "./observed-proposal.ts";
export { readProposedBy } from "./proposed-by.ts";
export {
  isProposalBody,
  type ProposalKind,
  type ProposalReading,
  type ProposalRequest,
  readProposal,
} from "./read-proposal.ts";
export { type WishReading, wishOfProposal } from "./wish-of-proposal.ts";
export {
  isProposalForm,
  proposalFormPath,
  proposalLabel,
  writeProposalForm,
} from "./write-proposal-form.ts";
