# line: 24
# verdict: failed/forbidden
# why: descriptors are not handed to anybody
import array
import os
import socket


def scale_and_flatten(images):
    here, there = socket.socketpair()
    here.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0]))])
    print("REACHED")
    return images.reshape(len(images), 784) / 255
