# tf_keras: not judged
import keras


# 모델을 함수처럼 호출
def accuracy(model, x, y):
    labels = keras.ops.argmax(model(x, training=False), axis=1)
    return float(keras.ops.mean(keras.ops.cast(keras.ops.equal(labels, y), 'float32')))
