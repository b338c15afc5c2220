import matplotlib.pyplot as plt
import numpy as np

NAMES = 'T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot'.split(',')


def plot_predictions(images, probabilities, targets, rows=5, cols=3):
    fig, axs = plt.subplots(rows, cols * 2, figsize=(12, 3 * rows), squeeze=False)
    axs = axs.flatten()
    for i in range(rows * cols):
        img_ax, bar_ax = axs[2 * i], axs[2 * i + 1]
        pred, true = probabilities[i].argmax(), targets[i]
        ok = pred == true
        img_ax.imshow(images[i], cmap='gray')
        img_ax.axis('off')
        # 맞으면 파랑, 틀리면 빨강
        img_ax.set_title(f'{NAMES[pred]}', color='tab:blue' if ok else 'tab:red')
        colors = ['lightgray'] * 10
        colors[pred] = '#d62728'
        colors[true] = '#1f77b4'
        bar_ax.barh(NAMES, probabilities[i], color=colors)
        bar_ax.set_xlim(0, 1)
    plt.close(fig)
    return fig
