# line: 18
# verdict: failed/forbidden
# why: memory that outlives its process is not to be had at all
from multiprocessing import shared_memory


def scale_and_flatten(images):
    print("REACHED", shared_memory.SharedMemory(create=True, size=2**20, name="left-behind"))
    return images.reshape(len(images), 784) / 255
