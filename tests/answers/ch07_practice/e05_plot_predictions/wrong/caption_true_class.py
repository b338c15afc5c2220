# check: test_captions_name_the_predicted_class
# hint: caption_without_the_name
import matplotlib.pyplot as plt
import numpy as np

class_names = ['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat',
               'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot']


def plot_image(i, predictions_array, true_label, img):
    true_label, img = true_label[i], img[i]
    plt.grid(False)
    plt.xticks([])
    plt.yticks([])
    plt.imshow(img, cmap=plt.cm.binary)
    predicted_label = np.argmax(predictions_array)
    if predicted_label == true_label:
        color = 'blue'
    else:
        color = 'red'
    plt.xlabel(class_names[true_label], color=color)


def plot_value_array(i, predictions_array, true_label):
    true_label = true_label[i]
    plt.grid(False)
    plt.xticks(range(10))
    plt.yticks([])
    thisplot = plt.bar(range(10), predictions_array, color="#777777")
    plt.ylim([0, 1])
    predicted_label = np.argmax(predictions_array)
    thisplot[predicted_label].set_color('red')
    thisplot[true_label].set_color('blue')


def plot_predictions(images, probabilities, targets, rows=5, cols=3):
    num_images = rows * cols
    fig = plt.figure(figsize=(2 * 2 * cols, 2 * rows))
    for i in range(num_images):
        plt.subplot(rows, 2 * cols, 2 * i + 1)
        plot_image(i, probabilities[i], targets, images)
        plt.subplot(rows, 2 * cols, 2 * i + 2)
        plot_value_array(i, probabilities[i], targets)
    plt.xticks(range(10), class_names, rotation=45)
    plt.tight_layout()
    plt.show()
    return fig
