export { type FormField, formFields, reservedFieldIds } from "./form-fields.ts";
export {
  readAnchorDate,
  readProcessId,
  readStartForm,
  type StartFormReading,
  type StartRequest,
} from "./read-start-form.ts";
export { splitFormBody } from "./split-form-body.ts";
export { withAnchorDate, writeFormBody } from "./write-form-body.ts";
export { isStartForm, runLabel, startFormPath, writeStartForm } from "./write-start-form.ts";
