# line: 13
# verdict: failed/forbidden; bwrap: failed/exception
# why: the passwords of the machine are closed to it, or not there
def scale_and_flatten(images):
    with open("/etc/shadow") as file:
        print("REACHED", file.read())
    return images.reshape(len(images), 784) / 255
