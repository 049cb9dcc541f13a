"""PyTorch as a peer: trains one network by epochs on request, one thread, data in memory.

Usage: torch_epochs.py IMAGES LABELS NETWORK-JSON. Prints {"about"} when it is ready, then {"seconds"}, of the
processor, of one shuffled epoch for each line of its standard input. Ends with the input.
"""
import json
import sys
import time

import numpy
import torch

torch.set_num_threads(1)
images_file, labels_file, network = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
images = torch.from_numpy(numpy.fromfile(images_file, dtype=numpy.uint8, offset=16).reshape(-1, 784) / numpy.float32(255))
labels = torch.from_numpy(numpy.fromfile(labels_file, dtype=numpy.uint8, offset=8).astype(numpy.int64))
torch.manual_seed(0)

ACTIVATIONS = {"relu": torch.nn.ReLU, "gelu": torch.nn.GELU, "elu": torch.nn.ELU}
widths = [784, *network["hidden"], 10]
layers = []
for index in range(len(widths) - 1):
    linear = torch.nn.Linear(widths[index], widths[index + 1])
    torch.nn.init.kaiming_normal_(linear.weight)
    torch.nn.init.zeros_(linear.bias)
    layers.append(linear)
    if index < len(widths) - 2:
        layers.append(ACTIVATIONS[network["activation"]]())
model = torch.nn.Sequential(*layers)
parameters = model.parameters()
optimizer = (
    torch.optim.Adam(parameters, lr=network["lr"])
    if network["optimizer"] == "adam"
    else torch.optim.SGD(parameters, lr=network["lr"])
)
loss_of = torch.nn.CrossEntropyLoss()
print(json.dumps({"about": f"PyTorch {torch.__version__}"}), flush=True)
for _ in sys.stdin:
    start = time.process_time()
    for batch in torch.randperm(len(labels)).split(network["batch_size"]):
        optimizer.zero_grad()
        loss = loss_of(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
    print(json.dumps({"seconds": time.process_time() - start}), flush=True)
