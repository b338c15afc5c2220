# line: 31
# student: # [here](javascript:alert) ![x](http://x/x.png) | `a` |
# verdict: passed
# why: the name of a student is no Markdown
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
