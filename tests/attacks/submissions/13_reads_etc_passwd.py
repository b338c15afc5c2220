# line: 13
# verdict: failed/forbidden; bwrap: failed/exception
# why: who has an account is no business of its either
def scale_and_flatten(images):
    with open("/etc/passwd") as file:
        print("REACHED", file.read())
    return images.reshape(len(images), 784) / 255
