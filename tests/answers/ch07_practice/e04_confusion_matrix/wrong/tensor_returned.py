# check: test_counts_true_by_predicted
# hint: returns_tensor
import tensorflow as tf


def confusion(model, x, y):
    pred = tf.argmax(model.predict(x), axis=1)
    return tf.math.confusion_matrix(y, pred, num_classes=10)
