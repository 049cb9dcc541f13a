/** A function of the literature that the catalog does not hold. */
export interface LeftOut {
  readonly name: string;
  /** Its section in the survey arXiv:2402.09092, where it has one. */
  readonly survey?: string;
  /**
   * `stochastic`: random beyond the noise of a formula; `whole_layer`: reads other units;
   * `batch_or_epoch`: depends on the batch or the time; `table`: knots or learned tables rather than a
   * formula; `not_real`: no real number for some real x; `pole`: value or slope without bound at some x;
   * `not_found`: no definition could be confirmed.
   */
  readonly reason:
    | "stochastic"
    | "whole_layer"
    | "batch_or_epoch"
    | "table"
    | "not_real"
    | "pole"
    | "not_found";
  readonly why: string;
}

/** In the order of the survey's sections. */
export const leftOut: readonly LeftOut[] = [
  {
    name: "tanh36",
    survey: "3.2",
    reason: "table",
    why: "A spline of tanh through 36 points, which the survey does not print.",
  },
  {
    name: "tanh3",
    survey: "3.2",
    reason: "table",
    why: "A spline of tanh through 3 points, which the survey does not print.",
  },
  {
    name: "prppsg",
    survey: "3.2",
    reason: "table",
    why: "Pieces that stand for sigmoid in hardware; the survey does not print them.",
  },
  {
    name: "lrtanh",
    survey: "3.2",
    reason: "not_found",
    why: "tanh whose slope is another in the backward pass; the survey does not print that slope.",
  },
  {
    name: "n_sigmoid",
    survey: "3.2",
    reason: "not_found",
    why: "The survey leaves it out: what the paper prints cannot be what its authors meant.",
  },
  {
    name: "further_bimodal_sigmoids",
    survey: "3.2.3",
    reason: "not_found",
    why: "Three more of Sodhi & Chandra 2014, which the survey mentions and does not print.",
  },
  {
    name: "weighted_sigmoid_gate",
    survey: "3.3",
    reason: "whole_layer",
    why: "Gates each raw input of a layer, not a pre-activation.",
  },
  {
    name: "softmax",
    survey: "3.5",
    reason: "whole_layer",
    why: "Divides by a sum over the layer.",
  },
  {
    name: "beta_softmax",
    survey: "3.5.1",
    reason: "whole_layer",
    why: "Divides by a sum over the layer, with a factor drawn at random.",
  },
  {
    name: "noisy_relu",
    survey: "3.6.6",
    reason: "stochastic",
    why:
      "It adds Gaussian noise whose variance depends on the inputs; a formula has uniform noise. In " +
      "evaluation it is relu.",
  },
  {
    name: "spatial_context_aware_activation",
    survey: "3.6.10",
    reason: "whole_layer",
    why: "It compares each value with a convolution over its neighbors.",
  },
  {
    name: "randomly_translational_relu",
    survey: "3.6.11",
    reason: "stochastic",
    why: "It adds Gaussian noise before relu; a formula has uniform noise. In evaluation it is relu.",
  },
  {
    name: "concatenated_relu",
    survey: "3.6.34",
    reason: "whole_layer",
    why: "It makes two outputs of one unit, relu(x) and relu(-x).",
  },
  {
    name: "negative_concatenated_relu",
    survey: "3.6.35",
    reason: "whole_layer",
    why: "It makes two outputs of one unit, relu(x) and -relu(-x).",
  },
  {
    name: "bipolar_activation_function",
    survey: "3.6.35",
    reason: "whole_layer",
    why: "Units with an odd number get -f(-x) in place of f(x), so the function depends on the unit's place.",
  },
  {
    name: "orthogonal_permutation_linear_unit",
    survey: "3.6.37",
    reason: "whole_layer",
    why: "It sorts pairs of units and keeps both outputs; maxout keeps the larger one.",
  },
  {
    name: "alternating_rectified_power_unit",
    survey: "3.6.39",
    reason: "batch_or_epoch",
    why: "The power is b in odd epochs and 1 / b in even ones; rectified_power_unit has a fixed one.",
  },
  {
    name: "average_biased_relu",
    survey: "3.6.42",
    reason: "batch_or_epoch",
    why: "Its threshold is the mean of the unit's inputs over the feature map.",
  },
  {
    name: "elastic_adaptively_parametric_compounded_unit",
    survey: "3.7.9",
    reason: "stochastic",
    why: "The slope above 0 is drawn from a normal distribution in training; a formula has uniform noise.",
  },
  {
    name: "lipschitz_relu",
    survey: "3.7.10",
    reason: "batch_or_epoch",
    why:
      "The slope below 0 is set from a Lipschitz constant of the data; with a given slope it is " +
      "leaky_relu.",
  },
  {
    name: "aserlu",
    survey: "3.7.13",
    reason: "not_found",
    why: "The survey names it as an extension of serlu for recurrent networks and gives no definition.",
  },
  {
    name: "sqmax",
    survey: "3.8.7",
    reason: "whole_layer",
    why: "Divides by a sum of squares over the layer.",
  },
  {
    name: "square_root_activation",
    survey: "3.9",
    reason: "pole",
    why: "sign(x) sqrt(abs(x)): its slope is infinite at 0.",
  },
  {
    name: "s_shaped_square_root",
    survey: "3.9",
    reason: "pole",
    why: "sign(x) sqrt(2 a abs(x)): its slope is infinite at 0.",
  },
  {
    name: "saha_bora",
    survey: "3.12",
    reason: "not_real",
    why: "1 / (1 + k x^a (1 - x)^(1 - a)) is real from 0 to 1 only, with infinite slopes at both ends.",
  },
  {
    name: "noisy_softplus",
    survey: "3.17",
    reason: "batch_or_epoch",
    why: "Its steepness is the noise level of the input, measured outside of the unit.",
  },
  {
    name: "rand_softplus",
    survey: "3.19",
    reason: "batch_or_epoch",
    why: "Its mixture of relu and softplus follows the noise level of the data by a procedure of its paper.",
  },
  {
    name: "evolved_max_tanh_log_relu",
    survey: "3.40.1",
    reason: "not_real",
    why:
      "max(tanh(log(x)), relu(x)) has no value below 0; above 0 the logarithm's term is never the larger, " +
      "so it is relu there.",
  },
  {
    name: "k_winner_takes_all",
    survey: "3.46",
    reason: "whole_layer",
    why: "Keeps the k largest values of a layer and zeroes the others.",
  },
  {
    name: "volatility_based",
    survey: "3.47",
    reason: "whole_layer",
    why: "Reads all values of a period; as printed the sum under its root is always 0.",
  },
  {
    name: "hybrid_chaotic",
    survey: "3.48.1",
    reason: "whole_layer",
    why: "Sends another iterate of the logistic map to each unit of the next layer.",
  },
  {
    name: "fusion_of_chaotic",
    survey: "3.48.2",
    reason: "whole_layer",
    why: "The output of a unit is computed from that of the unit before it in the layer.",
  },
  {
    name: "cascade_chaotic",
    survey: "3.48.3",
    reason: "whole_layer",
    why: "The output of a unit is computed from that of the unit before it in the layer.",
  },
  {
    name: "margin_relu",
    survey: "4.2.3",
    reason: "batch_or_epoch",
    why: "max(x, m), where m is the mean of each channel's negative values.",
  },
  {
    name: "funnel_relu",
    survey: "4.2.4",
    reason: "whole_layer",
    why: "Compares each pixel with a weighted window of its neighbors.",
  },
  {
    name: "funnel_prelu",
    survey: "4.2.4",
    reason: "whole_layer",
    why: "As the funnel relu, with a slope below its window's value.",
  },
  {
    name: "randomly_translational_prelu",
    survey: "4.2.10",
    reason: "stochastic",
    why: "Moves the knot of prelu by Gaussian noise in training; the noise of a formula is uniform.",
  },
  {
    name: "probact",
    survey: "4.2.11",
    reason: "stochastic",
    why: "Adds Gaussian noise with a trained scale to relu, also in evaluation.",
  },
  {
    name: "adaptive_offset",
    survey: "4.2.12",
    reason: "batch_or_epoch",
    why: "Shifts relu by the mean of the unit's inputs.",
  },
  {
    name: "dynamic_leaky_relu",
    survey: "4.2.13",
    reason: "batch_or_epoch",
    why: "Its slope is the test error of the last epoch.",
  },
  {
    name: "exp_dynamic_leaky_relu",
    survey: "4.2.13",
    reason: "batch_or_epoch",
    why: "Its slope is an exponential of the test error of the last epoch.",
  },
  {
    name: "dynamic_relu",
    survey: "4.2.14",
    reason: "batch_or_epoch",
    why: "Its threshold is the middle of the range of each batch.",
  },
  {
    name: "adaptive_hardtanh",
    survey: "4.2.18",
    reason: "batch_or_epoch",
    why: "hardtanh whose steepness grows with the epoch, until it is the sign.",
  },
  {
    name: "paired_relu",
    survey: "4.2.26",
    reason: "whole_layer",
    why: "Gives two outputs for each unit, so the next layer is twice as wide.",
  },
  {
    name: "elastic_exponential_linear",
    survey: "4.2.60",
    reason: "stochastic",
    why: "Each unit's slope above 0 is drawn from a truncated normal distribution; in evaluation it is mpelu.",
  },
  {
    name: "generalized_riccati",
    survey: "4.3.9",
    reason: "not_real",
    why: "It has a learned power of 1 + b x, which is not real left of -1 / b.",
  },
  {
    name: "meta_acon",
    survey: "4.4.6",
    reason: "whole_layer",
    why: "A small network computes acon's parameter from the layer's values.",
  },
  {
    name: "tuned_softmax",
    survey: "4.5",
    reason: "whole_layer",
    why: "A softmax: it divides by a sum over the layer.",
  },
  {
    name: "generalized_lehmer_softmax",
    survey: "4.6",
    reason: "whole_layer",
    why: "A softmax of values normalized over the layer.",
  },
  {
    name: "generalized_power_softmax",
    survey: "4.7",
    reason: "whole_layer",
    why: "A softmax of values normalized over the layer.",
  },
  {
    name: "scaled_gamma_tanh",
    survey: "4.13",
    reason: "not_real",
    why: "It has a learned power of x, which is not real for x below 0.",
  },
  {
    name: "noisy_activation",
    survey: "4.18",
    reason: "stochastic",
    why: "Normal noise is added where the activation saturates, to its output or to its input.",
  },
  {
    name: "fractional_activation",
    survey: "4.19",
    reason: "not_found",
    why: "A class: the derivative of any activation of a fractional order, a limit of sums.",
  },
  {
    name: "fractional_relu",
    survey: "4.19.1",
    reason: "not_real",
    why: "A fractional power of x: not real below 0, and of unbounded slope at 0.",
  },
  {
    name: "fractional_softplus",
    survey: "4.19.2",
    reason: "not_found",
    why: "An infinite sum whose step and number of terms are not given.",
  },
  {
    name: "fractional_tanh",
    survey: "4.19.3",
    reason: "not_found",
    why: "An infinite sum whose step and number of terms are not given.",
  },
  {
    name: "fractional_leaky_relu",
    survey: "4.19.5",
    reason: "not_real",
    why: "A fractional power of x on both sides of 0.",
  },
  {
    name: "fractional_prelu",
    survey: "4.19.6",
    reason: "not_real",
    why: "A fractional power of x on both sides of 0.",
  },
  {
    name: "fractional_elu",
    survey: "4.19.7",
    reason: "not_real",
    why: "A series of fractional powers of x below 0, infinite at 0.",
  },
  {
    name: "fractional_silu_1",
    survey: "4.19.8",
    reason: "not_real",
    why: "A series of fractional powers of x below 0.",
  },
  {
    name: "fractional_silu_2",
    survey: "4.19.8",
    reason: "not_real",
    why: "A series of fractional powers of x, also below 0.",
  },
  {
    name: "fractional_gelu_1",
    survey: "4.19.9",
    reason: "not_real",
    why: "A series of fractional powers of x below 0.",
  },
  {
    name: "fractional_gelu_2",
    survey: "4.19.9",
    reason: "not_real",
    why: "A series of fractional powers of x, also below 0.",
  },
  {
    name: "multi_bias",
    survey: "4.31",
    reason: "whole_layer",
    why: "It has several outputs for each pre-activation.",
  },
  {
    name: "all_relu",
    survey: "4.34",
    reason: "whole_layer",
    why: "The sign of its slope below 0 depends on whether the layer's number is even.",
  },
  {
    name: "trapezoid",
    survey: "4.37",
    reason: "not_found",
    why: "Its four relu cannot be read as a trapezoid as printed, and the signs that are meant were not found.",
  },
  {
    name: "modified_weibull",
    survey: "4.39",
    reason: "not_real",
    why: "It has learned powers of x, which are not real for x below 0.",
  },
  {
    name: "multi_bin_trainable_linear",
    survey: "4.44",
    reason: "table",
    why: "A learned line for each of many bins.",
  },
  { name: "pwlu", survey: "4.44", reason: "table", why: "Learned values at many knots." },
  { name: "non_uniform_pwlu", survey: "4.44", reason: "table", why: "Learned values at many learned knots." },
  {
    name: "continuous_piecewise_nonlinear",
    survey: "4.45",
    reason: "table",
    why: "Learned coefficients for each of many intervals.",
  },
  { name: "cpn_nl", survey: "4.45", reason: "table", why: "The largest of a learned list of curves." },
  {
    name: "look_up_table_unit",
    survey: "4.46",
    reason: "table",
    why: "241 learned values, joined by lines.",
  },
  {
    name: "look_up_table_cosine",
    survey: "4.46",
    reason: "table",
    why: "241 learned values, joined by cosines.",
  },
  {
    name: "activation_ensemble",
    survey: "4.48",
    reason: "batch_or_epoch",
    why: "Each function is scaled by its least and largest value in the batch.",
  },
  {
    name: "trainable_compound",
    survey: "4.48.1",
    reason: "not_found",
    why: "A mean of shifted and stretched functions; which ones is not said in any source that was read.",
  },
  {
    name: "trainable_compound_2",
    survey: "4.48.1",
    reason: "not_found",
    why: "A weighted mean of shifted and stretched functions; which ones is not said in any source that was read.",
  },
  {
    name: "randomized_pade",
    survey: "4.50",
    reason: "stochastic",
    why: "Every coefficient has noise of its own.",
  },
  {
    name: "enhanced_rational",
    survey: "4.51",
    reason: "not_found",
    why: "Sources disagree on the degree of the denominator, and its ten starting coefficients were not found.",
  },
  {
    name: "orthogonal_pade",
    survey: "4.52",
    reason: "not_found",
    why: "Its ten starting coefficients were not found, for any of its six bases.",
  },
  {
    name: "spline_interpolating",
    survey: "4.53",
    reason: "table",
    why: "Learned values at many knots, joined by cubics.",
  },
  {
    name: "piecewise_polynomial",
    survey: "4.53",
    reason: "table",
    why: "Learned knots between polynomials.",
  },
  {
    name: "truncated_gaussian",
    survey: "4.54",
    reason: "not_real",
    why: "A quotient that is 0 / 0 in single precision some ten deviations from its interval.",
  },
  {
    name: "tsaf_plus",
    survey: "4.55.12",
    reason: "not_found",
    why: "The smooth form of the trapezoid, printed with the same wrong signs.",
  },
  {
    name: "network_in_network",
    survey: "4.56",
    reason: "whole_layer",
    why: "A small network instead of the activation.",
  },
  {
    name: "maxout_in_network",
    survey: "4.56",
    reason: "whole_layer",
    why: "A small network with maxout instead of the activation.",
  },
  {
    name: "wide_hidden_expansion",
    survey: "4.56",
    reason: "whole_layer",
    why: "A sparse layer with several activations.",
  },
  {
    name: "nonparametric_fourier",
    survey: "4.56",
    reason: "table",
    why: "A learned function in a Fourier basis, fitted in stages.",
  },
  {
    name: "hyperactivation",
    survey: "4.56",
    reason: "whole_layer",
    why: "A small network whose weights another network computes.",
  },
  {
    name: "flexible_activation_bag",
    survey: "4.56.2",
    reason: "whole_layer",
    why: "A small network chooses among functions and sets their parameters for each layer.",
  },
  {
    name: "dynamic_parameter_relu",
    survey: "4.56.3",
    reason: "whole_layer",
    why: "A small network computes its slopes from all inputs.",
  },
  {
    name: "kernel_activation",
    survey: "4.56.5",
    reason: "table",
    why: "Learned weights of 20 kernels on a fixed grid.",
  },
  {
    name: "save_multi_level",
    survey: "4.57",
    reason: "not_found",
    why: "A weighted sum of the relu of functions that are not named.",
  },
  { name: "save_value_added_power", survey: "4.57", reason: "not_real", why: "A learned power of x." },
  {
    name: "save_prisoner_product",
    survey: "4.57",
    reason: "not_found",
    why: "The relu of a product of two functions that are not named.",
  },
  {
    name: "save_shipwrecked",
    survey: "4.57",
    reason: "not_real",
    why: "The relu of a quotient of two lines, which has a pole.",
  },
];
