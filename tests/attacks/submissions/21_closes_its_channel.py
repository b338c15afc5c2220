# line: 21
# verdict: failed/crash
# why: it answers to nobody any more, and lives on
import os
import time


def scale_and_flatten(images):
    os.closerange(3, 256)
    time.sleep(300)
