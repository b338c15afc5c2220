# line: 26
# verdict: failed/forbidden
# why: nor the flags of a file that it can only read
import array
import fcntl

FS_IOC_SETFLAGS, NO_DUMP = 0x40086602, 0x40


def scale_and_flatten(images):
    with open(__file__) as file:
        fcntl.ioctl(file, FS_IOC_SETFLAGS, array.array("i", [NO_DUMP, 0]))
    print("REACHED")
    return images.reshape(len(images), 784) / 255
