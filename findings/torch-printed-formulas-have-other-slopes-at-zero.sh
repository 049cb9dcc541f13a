#!/usr/bin/env bash
# torch 1.13.1 (Debian 12): the formula in the documentation of PReLU has another derivative at 0 than PReLU
#
# torch.nn.PReLU is documented as max(0, x) + a * min(0, x). At x = 0 the module's gradient is a = 0.25. The same
# formula has 0.625 with torch.maximum and torch.minimum, 0 with relu(x) - a * relu(-x), and 1.25 with clamp. None
# of the four is wrong: each function takes its own subgradient at its own kink, and a sum adds them up. Where the
# kinks cancel, the sum need not be a slope of the function at all: sign(x) * log1p(|x|) is smooth with slope 1 at
# 0, and its gradient there is 0.
#
# One would guess that one formula has one gradient, at least among the values between its slopes from left and
# right. Zero is not a rare input: it is every pre-activation of a layer whose biases start at 0 while its inputs
# are 0. There a "reimplemented" activation trains differently from the built-in one it is compared with.
#
# Output seen:
#   python3-torch 1.13.1+dfsg-4
#   PReLU: 0.25
#   maximum and minimum: 0.625
#   relu(x) - a * relu(-x): 0.0
#   clamp: 1.25
#   sign(x) * log1p(|x|): 0.0 at 0, 0.999 beside it
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
/usr/bin/python3 -c 'import torch' 2>/dev/null || { echo "needs Debian's package python3-torch"; exit 2; }
cat >probe.py <<'PROBE'
import torch

ZERO = torch.tensor(0.0)
A = 0.25

def slope(function, at=0.0):
    x = torch.tensor([at], requires_grad=True)
    function(x).sum().backward()
    return x.grad.item()

print("PReLU:", slope(torch.nn.PReLU(init=A)))
print("maximum and minimum:", slope(lambda x: torch.maximum(ZERO, x) + A * torch.minimum(ZERO, x)))
print("relu(x) - a * relu(-x):", slope(lambda x: torch.relu(x) - A * torch.relu(-x)))
print("clamp:", slope(lambda x: torch.clamp(x, min=0) + A * torch.clamp(x, max=0)))
symlog = lambda x: torch.sign(x) * torch.log1p(torch.abs(x))
print(f"sign(x) * log1p(|x|): {slope(symlog)} at 0, {slope(symlog, 0.001):.3f} beside it")
PROBE
seen=$(dpkg-query --show --showformat '${Package} ${Version}\n' python3-torch; /usr/bin/python3 probe.py)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
