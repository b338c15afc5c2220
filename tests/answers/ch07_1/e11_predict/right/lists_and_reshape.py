# 리스트로 구현
def predict_labels(model, x):
    labels = []
    for row in model.predict(x, verbose=0).tolist():
        labels.append(row.index(max(row)))
    return labels

def predict_one(model, x, i):
    one = x[i].reshape(1, -1)
    return model.predict_on_batch(one)[0].argmax()
