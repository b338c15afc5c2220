# line: 24
# verdict: failed/forbidden
# why: nobody can call it either
import socket


def scale_and_flatten(images):
    with socket.create_server(("127.0.0.1", 0)):
        print("REACHED")
    return images.reshape(len(images), 784) / 255
