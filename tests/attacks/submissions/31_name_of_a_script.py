# line: 31
# student: <script>alert(1)</script>
# verdict: passed
# why: the name of a student is no HTML
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
