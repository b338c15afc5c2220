# line: 26
# verdict: failed/forbidden
# why: whoever opens a file must not have to wait for it
import fcntl


def scale_and_flatten(images):
    with open(__file__) as file:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        print("REACHED")
    return images.reshape(len(images), 784) / 255
