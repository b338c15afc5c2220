# check: test_returns_two_pairs_of_arrays
# hint: arrays_in_another_place
import keras

def load_data():
    (train_input, train_target), (test_input, test_target) = keras.datasets.fashion_mnist.load_data()
    # 입력끼리, 타깃끼리
    return (train_input, test_input), (train_target, test_target)
