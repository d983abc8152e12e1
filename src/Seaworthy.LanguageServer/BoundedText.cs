using System.Text;
using Seaworthy.LanguageServer.Tools;

namespace Seaworthy.LanguageServer;

/// <summary>The text of an answer, which never grows beyond what a client can afford: some 1,500 tokens.</summary>
internal sealed class BoundedText
{
    // Measured on reports: 3.6 characters a token.
    private const int Most = 5_000;

    private readonly StringBuilder text = new();

    // Something did not fit.
    private bool isFull;

    public BoundedText Line(string line)
    {
        if (isFull || text.Length + line.Length + 1 > Most)
        {
            isFull = true;
            return this;
        }

        text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Writes the entries that fit from one on, each whole, and says where the next answer begins.</summary>
    public BoundedText Page<T>(IReadOnlyList<T> entries, int offset, Func<T, IEnumerable<string>> lines, string again = "ask again with")
    {
        var at = Math.Clamp(offset, 0, entries.Count);
        for (; at < entries.Count; at++)
        {
            var entry = string.Join('\n', lines(entries[at]));
            if (text.Length > 0 && text.Length + entry.Length + Rest.Length > Most)
            {
                break;
            }

            text.Append(entry.Length > Most ? entry[..Most] : entry).Append('\n');
        }

        return at < entries.Count ? Whole($"{entries.Count - at} more: {again} offset {at}.") : this;
    }

    public ToolAnswer Done() => new(ToString());

    public override string ToString() => text.ToString().TrimEnd('\n') + (isFull ? "\n(cut)" : "");

    private const string Rest = "10000 more: ask again with offset 10000.";

    private BoundedText Whole(string line)
    {
        text.Append(line).Append('\n');
        return this;
    }
}
