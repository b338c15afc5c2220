import matplotlib.pyplot as plt
import numpy as np


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    keys = [k for k in (f'val_{metric}', metric) if k in history_dict]
    lines = []
    for key in keys:
        y = np.array(history_dict[key])
        line, = plt.plot(np.arange(y.size), y)
        lines.append(line)
    # mark the best epoch
    plt.axvline(int(np.argmin(history_dict[keys[0]])), color='gray', linestyle=':')
    plt.legend(lines, keys)
    plt.xlabel('epoch number')
    plt.ylabel(metric)
    plt.savefig('history.png')
    return fig
