"""Activations whose names begin with a to k, in the form of their sources.

Written without sight of the catalog's formulas, from the papers, the survey of Kunc and Kléma
(arXiv:2402.09092) in transcription, public implementations, and the catalog's names, summaries
and notes. Slopes multiply, where the survey divides.
"""

import math

from answer import answer
from standard import clip, gelu, normal_cdf, relu, sigmoid, sign, silu, sinc, soft_abs, softplus


def absolute_linear_unit(x, alpha):
    return x if x >= 0 else alpha * abs(x)


def absolute_value(x):
    return abs(x)


def acon_b(x, beta, slope):
    return (1 - slope) * x * sigmoid(beta * (1 - slope) * x) + slope * x


def acon_c(x, beta, low, high):
    return (high - low) * x * sigmoid(beta * (high - low) * x) + low * x


def adaptive_blending(
    x, weight_tanh, weight_elu, weight_relu, weight_swish, weight_identity
):
    return (
        weight_tanh * math.tanh(x)
        + weight_elu * elu(x, 1)
        + weight_relu * relu(x)
        + weight_swish * silu(x)
        + weight_identity * x
    )


def adaptive_generalized_linear_unit(x, kappa, lambda_):
    return x * adaptive_parametric(x, kappa, lambda_)


def adaptive_hybrid(x, alpha, beta):
    return alpha * x * sigmoid(beta * x)


def adaptive_linear(x, shift, offset, slope_right, slope_left, floor_value):
    moved = x - shift
    if moved > 0 and slope_right * moved > floor_value:
        return slope_right * moved + offset
    if moved <= 0 and slope_left * moved > floor_value:
        return slope_left * moved + offset
    return floor_value + offset


def adaptive_parametric(x, kappa, lambda_):
    return (lambda_ * math.exp(-kappa * x) + 1) ** (1 / -lambda_)


def adaptive_piecewise_linear(x, slope_1, hinge_1, slope_2, hinge_2):
    return max(0, x) + slope_1 * max(0, -x + hinge_1) + slope_2 * max(0, -x + hinge_2)


def adaptive_quadratic(x, alpha, beta):
    if x >= (1 - beta) / alpha:
        return x
    return alpha * x**2 + beta * x if x >= -beta / alpha else 0.0


def adaptive_rbf(x, center, width):
    return math.exp(-((x - center) ** 2) / (2 * width**2))


def adaptive_shifted_relu(x, slope, shift):
    return slope * relu(x) + shift


def adaptive_slope_sigmoid(x, slope):
    return sigmoid(slope * x)


def adaptive_slope_tanh(x, slope):
    return math.tanh(slope * x)


def amplifying_sine_unit(x):
    return x * math.sin(x)


def apical_dendrite(x, decay, shift):
    # With the factor of the authors' code, which transcriptions of the survey lack; see the note.
    return relu(x) * math.exp(-decay * x + shift)


def approximate_relu(x, scale, power):
    return scale * x**power if x > 0 else 0.0


def aranda_ordaz(x, lambda_):
    return 1 - (1 + lambda_ * math.exp(x)) ** (-1 / lambda_)


def arctan(x):
    return math.atan(x)


def arctan_glu(x1, x2):
    return x1 * cauchy_linear_unit(x2)


def arctan_golden(x, divisor):
    return math.atan(x) / divisor


def arctan_silu(x):
    return math.atan(x * sigmoid(x))


def arctid(x):
    return math.atan(x) ** 2 - x


def aria(x, lower, upper, base, onset, rate, shape):
    return x * (lower + (upper - lower) / (base + onset * math.exp(-rate * x)) ** (1 / shape))


def aria2(x, alpha, beta):
    return x * (1 + math.exp(-beta * x)) ** -alpha


def attention_relu(x, alpha, beta):
    return (1 + sigmoid(beta)) * x if x >= 0 else clip(alpha, 0.01, 0.99) * x


def average_of_pool(x, weight_relu, weight_sigmoid, weight_tanh, weight_identity):
    total = weight_relu + weight_sigmoid + weight_tanh + weight_identity
    return (
        weight_relu * relu(x)
        + weight_sigmoid * sigmoid(x)
        + weight_tanh * math.tanh(x)
        + weight_identity * x
    ) / total


def b_silu(x, alpha):
    return (x + alpha) * sigmoid(x) - alpha / 2


def base_softplus(x, base, rate):
    return math.log(1 + base ** (rate * x)) / (rate * math.log(base))


def bendable_linear(x, beta):
    return beta * (math.sqrt(x**2 + 1) - 1) + x


def bent_identity(x):
    return (math.sqrt(x**2 + 1) - 1) / 2 + x


def beta_mish(x, beta):
    return x * math.tanh(math.log((1 + math.exp(x)) ** beta))


def bi_firing(x, smoothing):
    if x > smoothing:
        return x - smoothing / 2
    if x < -smoothing:
        return -x - smoothing / 2
    return x**2 / (2 * smoothing)


def bicentral(x, width, steepness):
    rise = sigmoid(steepness * (x + width))
    fall = sigmoid(steepness * (x - width))
    return rise * (1 - fall)


def bilinear(x1, x2):
    return x1 * x2


def bimodal_sigmoid(x, shift):
    return (sigmoid(x) + sigmoid(x + shift)) / 2


def binary_step(x):
    return 1.0 if x >= 0 else 0.0


def bipolar_plus(x, epsilon):
    return x / soft_abs(x, epsilon)


def bipolar_sigmoid(x):
    return 2 * sigmoid(x) - 1


def bipolar_sigmoid_linear(x, slope):
    return bipolar_sigmoid(x) if x >= 0 else slope * x


def bipolar_sigmoid_tanh(x):
    return bipolar_sigmoid(x) if x >= 0 else math.tanh(x)


def bounded_bi_firing(x, smoothing, bound):
    return min(bi_firing(x, smoothing), bound)


def bounded_leaky_relu(x, slope, high):
    if x <= 0:
        return slope * x
    return x if x < high else slope * x + (1 - slope) * high


def bounded_relu(x, high):
    return min(max(0.0, x), high)


def brelu_plus(x, epsilon):
    return (1 + soft_abs(x, epsilon) - soft_abs(x - 1, epsilon)) / 2


def catalytic_relu(x, angle):
    return x * math.sin(angle) + relu(x) * math.cos(angle)


def cauchy(x, odd, even, width):
    return odd * x / (x**2 + width**2) + even / (x**2 + width**2)


def cauchy_linear_unit(x):
    return x * (math.atan(x) / math.pi + 1 / 2)


def celu(x, alpha):
    return max(0.0, x) + min(0.0, alpha * (math.exp(x / alpha) - 1))


def chebyshev(x, a_0, a_1, a_2, a_3):
    return a_0 + a_1 * x + a_2 * (2 * x**2 - 1) + a_3 * (4 * x**3 - 3 * x)


def clamped_swiglu(x1, x2, beta, limit):
    # x1 is the value and x2 the gate, as in the catalog's other gated units.
    gate = min(x2, limit)
    return (clip(x1, -limit, limit) + 1) * gate * sigmoid(beta * gate)


def clipped_gelu(x, low, high):
    return clip(gelu(x), low, high)


def collapsing_linear_unit(x):
    return x / (1 - x * math.exp(-(x + math.exp(x))))


def comb_h_sine(x, scale):
    return math.sinh(scale * x) + math.asinh(scale * x)


def complementary_loglog(x):
    return 1 - math.exp(-math.exp(x))


def cone(x):
    return 1 - abs(x - 1)


def cos(x, omega):
    return math.cos(omega * x)


def cosid(x):
    return math.cos(x) - x


def cosine_squasher(x):
    if x <= -math.pi / 2:
        return 0.0
    return 1.0 if x >= math.pi / 2 else (1 + math.cos(x + 3 * math.pi / 2)) / 2


def coslu(x, alpha, beta):
    return (x + alpha * math.cos(beta * x)) * sigmoid(x)


def crrelu(x, epsilon):
    return max(0.0, x) + epsilon * x * math.exp(-(x**2) / 2)


def decaying_sine_unit(x):
    return math.pi / 2 * (sinc(x - math.pi) - sinc(x + math.pi))


def delay_relu(x, delay):
    return max(0.0, x - delay)


def difference_elu(x, alpha, beta):
    # As printed by the survey; it jumps at 0. See the note.
    return x if x >= 0 else alpha * (x * math.exp(x) - beta * math.exp(beta * x))


def displaced_relu(x, delta):
    return max(x, -delta)


def double_silu(x):
    return x * sigmoid(x * sigmoid(x))


def drelu(x1, x2):
    return relu(x1) * relu(x2)


def dual_elu(x1, x2, alpha):
    return elu(x1, alpha) - elu(x2, alpha)


def dual_line(x, positive_slope, negative_slope, shift):
    return positive_slope * x + shift if x >= 0 else negative_slope * x + shift


def dual_parametric_relu(x, positive_slope, negative_slope):
    return positive_slope * x if x >= 0 else negative_slope * x


def dual_parametric_tanh(x, scale, shift):
    return (scale * math.tanh(x) if x >= 0 else math.tanh(x)) + shift


def dual_relu(x1, x2):
    return relu(x1) - relu(x2)


def dynamic_erf(x, alpha, shift, gamma, beta):
    return gamma * math.erf(alpha * x + shift) + beta


def dynamic_tanh(x, alpha, gamma, beta):
    return gamma * math.tanh(alpha * x) + beta


def e_swish(x, beta):
    return beta * x * sigmoid(x)


def e_tanh(x, scale):
    return scale * math.exp(x) * math.tanh(x)


def eanaf(x):
    return x * math.exp(x) / (math.exp(x) + 2)


def eis_1(x, delta, theta):
    return x * softplus(x) / (x + delta * math.exp(-theta * x))


def eis_2(x, beta):
    return x * softplus(x) / math.sqrt(beta + x**2)


def eis_3(x, delta, theta):
    return x / (1 + delta * math.exp(-theta * x))


def elastic_prelu(x, slope, spread):
    # The slope above 0 is drawn from 1 - spread to 1 + spread; here it is its mean.
    return x if x >= 0 else slope * x


def elastic_relu(x, alpha):
    # The slope above 0 is drawn from 1 - alpha to 1 + alpha; here it is its mean.
    return x if x >= 0 else 0.0


def elish(x):
    return x * sigmoid(x) if x >= 0 else (math.exp(x) - 1) * sigmoid(x)


def elliott(x):
    return 0.5 * x / (1 + abs(x)) + 0.5


def elliott2(x):
    return sign(x) * x**2 / (1 + x**2)


def elu(x, alpha):
    return x if x > 0 else alpha * (math.exp(x) - 1)


def elu_plus(x, alpha, epsilon):
    # A soft max(x, 0) + min(elu's exponential, 0); transcriptions of the survey have the soft
    # maximum twice, which is no elu. See the note.
    below = alpha * (math.exp(x) - 1)
    return (x + soft_abs(x, epsilon)) / 2 + (below - soft_abs(below, epsilon)) / 2


def elu_plus_one(x):
    return elu(x, 1) + 1


def elu_softplus(x, mix, shift):
    return mix * elu(x, 1) + (1 - mix) * (softplus(x) - shift)


def erf(x):
    return math.erf(x)


def erf_act(x, alpha, beta):
    return x * math.erf(alpha * math.exp(beta * x))


def erf_relu(x, alpha):
    return x if x >= 0 else alpha * math.erf(x)


def even_power_linear(x, power):
    if abs(x) <= 1:
        return abs(x) ** power / power
    return abs(x) - (1 - 1 / power)


def evolved_tanh_relu(x, scale):
    return scale * (math.tanh(x**2) + relu(x))


def exp_sin(x, omega):
    return math.exp(-math.sin(omega * x))


def expanded_arctan_glu(x1, x2, alpha):
    return x1 * _expanded((math.atan(x2) + math.pi / 2) / math.pi, alpha)


def expanded_arctan_linear_unit(x, alpha):
    return x * _expanded((math.atan(x) + math.pi / 2) / math.pi, alpha)


def expanded_geglu(x1, x2, alpha):
    return x1 * _expanded(normal_cdf(x2), alpha)


def expanded_gelu(x, alpha):
    return x * _expanded(normal_cdf(x), alpha)


def expanded_silu(x, alpha):
    return x * _expanded(sigmoid(x), alpha)


def expanded_swiglu(x1, x2, alpha):
    return x1 * _expanded(sigmoid(x2), alpha)


def _expanded(gate, alpha):
    """A gate between 0 and 1 stretched to run from -alpha to 1 + alpha."""
    return gate * (1 + 2 * alpha) - alpha


def expcos(x, alpha, beta):
    return math.exp(-alpha * x**2) * math.cos(beta * x)


def exponential(x):
    return math.exp(x)


def exponential_distance(x, alpha, center):
    return math.exp(-alpha * abs(x - center))


def exponential_growth(x, alpha, beta):
    return alpha * math.exp(beta * x)


def exponential_sigmoid(x, alpha):
    return relu(math.exp(x) * sigmoid(alpha * x))


def exponential_swish(x):
    return math.exp(-x) * sigmoid(x)


def extended_elu(x, alpha, threshold):
    # b is what the paper's condition says: b c = exp(a c) - 1 for the threshold c.
    b = (math.exp(alpha * threshold) - 1) / threshold
    return x if x >= threshold else (math.exp(alpha * x) - 1) / b


def finer(x, omega):
    return math.sin(omega * (abs(x) + 1) * x)


def flatted_t_swish(x, shift):
    return relu(x) * sigmoid(x) + shift


def flatten_p_mish(x, offset):
    return (x * math.tanh(softplus(x)) if x >= 0 else 0.0) + offset


def flexible_relu(x, shift):
    return relu(x) + shift


def fourier_series(x, offset, omega, **terms):
    return offset + sum(
        terms[f"cos_{j}"] * math.cos(j * omega * x) + terms[f"sin_{j}"] * math.sin(j * omega * x)
        for j in range(1, 6)
    )


def fpflu(x):
    return x if x >= 0 else x + x**2 / math.sqrt(1 + x**2)


def fractional_adaptive_linear(x, alpha, beta):
    swish = x * sigmoid(beta * x)
    return swish + alpha * sigmoid(beta * x) * (1 - swish)


def fully_parameterized_relu_tanh(x, positive_scale, negative_scale):
    return positive_scale * relu(x) if x >= 0 else negative_scale * math.tanh(x)


def gated_blending(x, gate_tanh, gate_elu, gate_relu, gate_swish, gate_identity):
    gates = [gate_tanh, gate_elu, gate_relu, gate_swish, gate_identity]
    return adaptive_blending(x, *[sigmoid(gate) for gate in gates])


def gated_prelu_pelu(x, gate, slope, alpha, beta):
    prelu = x if x >= 0 else slope * x
    pelu = alpha / beta * x if x >= 0 else alpha * (math.exp(x / beta) - 1)
    share = sigmoid(gate * x)
    return share * prelu + (1 - share) * pelu


def gaussian(x):
    return math.exp(-(x**2))


def gaussian_derivative(x):
    return -x * math.exp(-(x**2) / 2)


def gaussian_error_unit(x, alpha):
    return normal_cdf(x / alpha)


def gaussian_relu(x, slope, bump_1, bump_2, bump_3):
    prelu = x if x >= 0 else slope * x
    waves = bump_1 * _wave(x, 1, 1) + bump_2 * _wave(x, 0.5, 0.5) + bump_3 * _wave(x, 2.5, 0.5)
    return prelu + waves


def _wave(x, center, half_width):
    """A triangle up around `center`, and one down beside it."""
    up = max(half_width - abs(x - center), 0)
    return up + min(abs(x - center - 2 * half_width) - half_width, 0)


def geglu(x1, x2):
    return x1 * gelu(x2)


def gelu_tanh(x):
    return 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


def general_relu(x, slope, shift, high):
    return min((x if x >= 0 else slope * x) - shift, high)


def generalized_swish(x):
    return x * sigmoid(math.exp(-x))


def gish(x):
    return x * math.log(2 - math.exp(-math.exp(x)))


def global_local_neuron(x, mix, shift):
    return sigmoid(mix) * math.sin(x) + (1 - sigmoid(mix)) * math.tanh(x) - shift


def glu(x1, x2):
    return x1 * sigmoid(x2)


def golu(x):
    return x * math.exp(-math.exp(-x))


def growing_cosine_unit(x):
    return x * math.cos(x)


def gtu(x1, x2):
    return math.tanh(x1) * sigmoid(x2)


def hard_elish(x):
    hard_sigmoid = clip((x + 1) / 2, 0, 1)
    return x * hard_sigmoid if x >= 0 else (math.exp(x) - 1) * hard_sigmoid


def hard_srelue(x, alpha):
    hard_sigmoid = clip((x + 1) / 2, 0, 1)
    return alpha * x * hard_sigmoid + x if x >= 0 else alpha * (math.exp(x) - 1)


def hardshrink(x, lambda_):
    return x if x > lambda_ or x < -lambda_ else 0.0


def hardshrink_plus(x, lambda_, epsilon):
    right = (x - lambda_) / soft_abs(x - lambda_, epsilon)
    left = (x + lambda_) / soft_abs(x + lambda_, epsilon)
    return x * (1 + (right - left) / 2)


def hardsigmoid(x):
    return clip(x / 6 + 1 / 2, 0, 1)


def hardswish(x):
    return x * clip(x + 3, 0, 6) / 6


def hardtanh(x, low, high):
    return clip(x, low, high)


def hardtanh_plus(x, epsilon):
    return (soft_abs(x + 1, epsilon) - soft_abs(x - 1, epsilon)) / 2


def hat(x, width):
    # The first order B-spline; the survey prints x in both pieces. See the note.
    if x < 0 or x > width:
        return 0.0
    return x if x <= width / 2 else width - x


def hclsh(x):
    if x >= 0:
        return math.log(math.cosh(x) + x * math.cosh(x / 2))
    return math.log(math.cosh(x)) + x


def held_swiglu(x1, x2, limit):
    return clip(x1, -limit, limit) * silu(min(x2, limit))


def hermite(x, a_0, a_1, a_2, a_3):
    return a_0 + a_1 * 2 * x + a_2 * (4 * x**2 - 2) + a_3 * (8 * x**3 - 12 * x)


def hexpo(x, above, above_width, below, below_width):
    if x >= 0:
        return -above * (math.exp(-x / above_width) - 1)
    return below * (math.exp(x / below_width) - 1)


def hosc(x, sharpness):
    return math.tanh(sharpness * math.sin(x))


def hyper_sinh(x):
    return math.sinh(x) / 3 if x > 0 else x**3 / 4


def identity(x):
    return x


def improved_logistic_sigmoid(x, slope, threshold):
    if x >= threshold:
        return slope * (x - threshold) + sigmoid(threshold)
    if x <= -threshold:
        return slope * (x + threshold) + sigmoid(-threshold)
    return sigmoid(x)


def inverse_multiquadric(x, scale):
    return 1 / math.sqrt(1 + (scale * x) ** 2)


def inverse_quadratic(x, scale):
    return 1 / (1 + (scale * x) ** 2)


def iplu(x, power):
    # As printed by the survey; it jumps at 0. See the note.
    return x if x >= 0 else 1 / (1 + abs(x) ** power)


def isrlu(x, alpha):
    return x if x >= 0 else x / math.sqrt(1 + alpha * x**2)


def isru(x, alpha):
    return x / math.sqrt(1 + alpha * x**2)


def kdac(x, alpha, beta, smoothing):
    # As in the authors' code.
    line = alpha * x
    below = _smooth_minimum(beta * x, math.tanh(x), smoothing)
    return _smooth_maximum(line, line if x > 0 else below, smoothing)


def _smooth_minimum(a, b, smoothing):
    share = clip(0.5 + 0.5 * (a - b) / smoothing, 0, 1)
    return a * (1 - share) + share * b - smoothing * share * (1 - share)


def _smooth_maximum(a, b, smoothing):
    share = clip(0.5 - 0.5 * (a - b) / smoothing, 0, 1)
    return a * (1 - share) + share * b + smoothing * share * (1 - share)


if __name__ == "__main__":
    answer(globals(), gelu)
