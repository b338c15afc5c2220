import matplotlib.pyplot as plt

def show_samples(images, n=10):
    for i in range(n):
        plt.subplot(1, n, i + 1)
        plt.imshow(images[i] / 255.0, cmap=plt.cm.gray_r)
        plt.axis("off")
    return plt.gcf()
