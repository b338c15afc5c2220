# line: 17
# verdict: failed/forbidden
# why: a pool of processes is processes
import multiprocessing


def scale_and_flatten(images):
    with multiprocessing.get_context("fork").Pool(50) as pool:
        pool.map(abs, range(100))
    return images.reshape(len(images), 784) / 255
