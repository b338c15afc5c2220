# line: 24
# verdict: failed/forbidden
# why: there is no network
import socket


def scale_and_flatten(images):
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW):
        print("REACHED")
    return images.reshape(len(images), 784) / 255
