import h5py
import keras

# 케라스의 형식 대신 h5py로 배열을 하나씩 저장한다
def save_weights(model, path):
    with h5py.File(path, 'w') as f:
        for i, w in enumerate(model.get_weights()):
            f.create_dataset(f'w{i}', data=w)

def restore_weights(path):
    model = keras.Sequential([
        keras.layers.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(100),
        keras.layers.ReLU(),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(10),
        keras.layers.Softmax(),
    ])
    with h5py.File(path, 'r') as f:
        model.set_weights([f[f'w{i}'][:] for i in range(len(f))])
    return model
