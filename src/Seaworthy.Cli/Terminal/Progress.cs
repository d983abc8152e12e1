namespace Seaworthy.Cli.Terminal;

/// <summary>Shows what is going on to a caller that waits for more than a second, on standard error and only on a terminal; leaves nothing behind.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Timer? timer;
    private string stage = "";
    private int shown;

    public Progress()
    {
        if (!Console.IsErrorRedirected)
        {
            timer = new Timer(_ => Show(), state: null, Patience, Patience);
        }
    }

    public void Begin(string next)
    {
        lock (gate)
        {
            stage = next;
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            if (shown > 0)
            {
                Console.Error.Write("\r" + new string(' ', shown) + "\r");
            }

            shown = 0;
        }
    }

    private void Show()
    {
        lock (gate)
        {
            var line = $"seaworthy: {stage} …";
            Console.Error.Write("\r" + line.PadRight(shown));
            shown = line.Length;
        }
    }
}
