# line: 25
# verdict: failed/forbidden
# why: no program is started
import subprocess


def scale_and_flatten(images):
    print("REACHED", subprocess.run(["/usr/bin/id"], capture_output=True))
    return images.reshape(len(images), 784) / 255
