import type { CatalogSource, CatalogSources } from "./catalog-source.js";

const START = "No published epsilon was found; 0.1 is used.";

/** A smoothed activation of the paper's list. */
const plus = (survey: string, more: Partial<CatalogSource> = {}): CatalogSource => ({
  cite: "Pan et al., mollified square root functions, openreview.net/forum?id=ZPtQ83t7ob",
  survey,
  ...more,
  note: more.note === undefined ? START : `${more.note} ${START}`,
});

export const mollifiedSources: CatalogSources = {
  step_plus: plus("4.55.2"),
  bipolar_plus: plus("4.55.2", { note: "With epsilon = 1 it is isru." }),
  leaky_relu_plus: plus("4.55.3", {
    aliases: [{ name: "lrelu_plus" }, { name: "smu_1" }],
    note: "smu_1 is the same with epsilon = mu^2.",
  }),
  vrelu_plus: plus("4.55.4", {
    aliases: [{ name: "mollified_absolute_value", survey: "4.55" }],
    note: "multiquadric with center 0 and width sqrt(epsilon).",
  }),
  softshrink_plus: plus("4.55.5", { aliases: [{ name: "stf_plus" }] }),
  pan_plus: plus("4.55.6"),
  brelu_plus: plus("4.55.7"),
  srelu_plus: plus("4.55.8"),
  hardtanh_plus: plus("4.55.9"),
  hardshrink_plus: plus("4.55.10", { aliases: [{ name: "htf_plus" }] }),
  melu_plus: plus("4.55.11", {
    note: "The formula that the paper gives for MeLU is one bump of it, without the prelu and the sum.",
  }),
  elu_plus: plus("4.55.13", {
    note:
      "All transcriptions add both roots, which grows like exp(x) above 0. elu is max(x, 0) + min(e, 0) with " +
      "e = alpha (exp(x) - 1), and min is half of e minus the root: the minus is used. Slopes multiply here; " +
      "the survey divides by alpha.",
  }),
  swish_plus: plus("4.55.14"),
  mish_plus: plus("4.55.15", {
    note:
      "The survey's text says BipolarPlus of SquarePlus, as mish is tanh of softplus; all transcriptions of its " +
      "formula have BipolarPlus twice. The text is followed.",
  }),
  logish_plus: plus("4.55.16"),
  softsign_plus: plus("4.55.17"),
  sign_relu_plus: plus("4.55.18", { aliases: [{ name: "dlu_plus" }] }),
};
