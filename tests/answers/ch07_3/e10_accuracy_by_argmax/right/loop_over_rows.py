def accuracy(model, x, y):
    probs = model.predict(x)
    right = 0
    for p, t in zip(probs, y):
        if p.argmax() == t:
            right += 1
    return right / len(y)
