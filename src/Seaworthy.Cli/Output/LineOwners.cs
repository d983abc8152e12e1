using System.Text;

namespace Seaworthy.Cli.Output;

/// <summary>Lines of several workers at once: each is printed whole, with its worker before it.</summary>
/// <param name="inner">Where they go.</param>
internal sealed class LineOwners(TextWriter inner) : TextWriter
{
    private static readonly AsyncLocal<Owner?> Current = new();

    private readonly Lock gate = new();

    public override Encoding Encoding => inner.Encoding;

    /// <summary>What this thread prints from here on, and what it starts, belongs to a worker; null for nobody.</summary>
    public static void Own(string? name) => Current.Value = name is null ? null : new Owner(name);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        if (Current.Value is not { } owner)
        {
            lock (gate)
            {
                inner.Write(value);
            }

            return;
        }

        foreach (var line in owner.Lines(this, value ?? ""))
        {
            lock (gate)
            {
                inner.WriteLine($"{owner.Name} | {line}");
            }
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine() => Write("\n");

    public override void Flush() => inner.Flush();

    /// <param name="Name">Stands before each of its lines.</param>
    private sealed record Owner(string Name)
    {
        private readonly Dictionary<TextWriter, StringBuilder> begun = [];

        /// <summary>The lines that end with this text; what is behind them waits for its end.</summary>
        public IReadOnlyList<string> Lines(TextWriter writer, string text)
        {
            lock (begun)
            {
                if (!begun.TryGetValue(writer, out var waiting))
                {
                    begun[writer] = waiting = new StringBuilder();
                }

                var parts = (waiting + text).Split('\n');
                waiting.Clear().Append(parts[^1]);
                return parts[..^1];
            }
        }
    }
}
