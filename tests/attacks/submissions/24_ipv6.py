# line: 24
# verdict: failed/forbidden
# why: there is no network
import socket


def scale_and_flatten(images):
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as connection:
        connection.connect(("::1", 80))
    return images.reshape(len(images), 784) / 255
