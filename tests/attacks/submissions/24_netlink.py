# line: 24
# verdict: failed/forbidden
# why: it learns nothing of the network, and changes nothing there
import socket


def scale_and_flatten(images):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0):
        print("REACHED")
    return images.reshape(len(images), 784) / 255
