from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


# pyplot 없이
def plot_history(history_dict, metric='loss'):
    fig = Figure()
    FigureCanvasAgg(fig)
    ax = fig.add_subplot()
    names = {metric: '훈련', 'val_' + metric: '검증'}
    for key in names:
        if key in history_dict:
            ax.plot(history_dict[key], color='black', linestyle='--' if key.startswith('val') else '-',
                    label=names[key])
    if len(ax.lines) > 1:
        fig.legend()
    ax.set_xlabel('에포크')
    ax.set_ylabel({'loss': '손실', 'accuracy': '정확도'}.get(metric, metric))
    return fig
