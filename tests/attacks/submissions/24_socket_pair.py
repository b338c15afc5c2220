# line: 24
# verdict: failed/forbidden
# why: two ends of its own are all that it can have, and they reach nobody else
import socket


def scale_and_flatten(images):
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    here.sendto(b"hello", "\0attack")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
