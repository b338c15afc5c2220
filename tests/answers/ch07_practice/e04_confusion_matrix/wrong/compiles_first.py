# check: test_leaves_the_model_alone
# hint: model_changed
import numpy as np
from sklearn.metrics import confusion_matrix


def confusion(model, x, y):
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    model.evaluate(x, y)
    pred = np.argmax(model.predict(x), axis=-1)
    return confusion_matrix(y, pred, labels=range(10))
