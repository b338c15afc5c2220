# line: 24
# verdict: failed/forbidden
# why: nothing is downloaded
import urllib.request


def scale_and_flatten(images):
    with urllib.request.urlopen("http://127.0.0.1/") as page:
        print("REACHED", page.read())
    return images.reshape(len(images), 784) / 255
