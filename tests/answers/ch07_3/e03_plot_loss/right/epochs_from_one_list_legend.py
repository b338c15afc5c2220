import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    train = history_dict[metric]
    val = history_dict.get('val_' + metric)
    epochs = range(1, len(train) + 1)
    fig, ax = plt.subplots(figsize=(6, 4))
    ax.plot(epochs, train, 'b-o')
    if val is not None:
        ax.plot(epochs, val, 'r--')
        ax.legend(['Training ' + metric, 'Validation ' + metric], loc='upper right')
    ax.set(xlabel='Epochs', ylabel=metric.capitalize(), title='History')
    plt.close(fig)
    return fig
