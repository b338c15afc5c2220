# line: 5
# verdict: failed
# hint: wrong_type
# why: a list in a list in a list, a hundred thousand times
def scale_and_flatten(images):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
