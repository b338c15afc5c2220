# line: 26
# verdict: failed/forbidden
# why: folders for everybody are not for it
def scale_and_flatten(images):
    with open("/tmp/" + "left-behind", "w") as file:
        file.write("x")
    return images.reshape(len(images), 784) / 255
