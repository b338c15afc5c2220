import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    plt.figure()
    plt.plot(history_dict[metric], label='train')
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label='val')
        plt.legend()
    plt.xlabel('epoch')
    plt.ylabel(metric)
    fig = plt.gcf()
    plt.show()
    return fig
