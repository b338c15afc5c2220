# line: 24
# verdict: failed/forbidden
# why: a socket without a file is a socket
import socket


def scale_and_flatten(images):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection:
        connection.bind("\0attack")
        print("REACHED")
    return images.reshape(len(images), 784) / 255
