using System.Text;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Collects the parts of one word while it is read.</summary>
internal sealed class WordBuilder
{
    // A longer word is data, not a command; quoting all of it at every level of nesting would cost more than it tells.
    private const int QuoteLimit = 64 * 1024;

    private readonly List<ShellPart> parts = [];
    private readonly List<ShellNode.Sequence> inner = [];
    private readonly StringBuilder literal = new();
    private bool isQuoted;

    public bool IsPattern { get; set; }

    /// <summary>Nothing unquoted or computed so far: the text may still turn out to be a name.</summary>
    public bool IsPlain => !isQuoted && parts.Count == 0 && !IsPattern;

    public void Append(char character) => literal.Append(character);

    public void Append(ReadOnlySpan<char> text) => literal.Append(text);

    public void Quote() => isQuoted = true;

    public void Add(ShellPart part)
    {
        Flush();
        parts.Add(part);
    }

    public void Add(ShellNode.Sequence commands) => inner.Add(commands);

    public WordSyntax Build(ShellCursor cursor, int start)
    {
        Flush();
        if (parts.Count == 0)
        {
            parts.Add(new ShellPart(ShellPartKind.Literal, ""));
        }

        var isLiteral = !IsPattern && parts.TrueForAll(part => part.Kind == ShellPartKind.Literal);
        ShellWord word = new(Quoted(cursor.Text, start, cursor.At), parts, cursor.SpanFrom(start))
        {
            IsPattern = IsPattern,
            Literal = isLiteral ? string.Concat(parts.Select(part => part.Text)) : null,
        };
        return new WordSyntax(word, inner);
    }

    public static string Quoted(string text, int start, int end) => text.Substring(start, Math.Clamp(end - start, 0, QuoteLimit));

    public static WordSyntax Empty(SourceSpan span) => new(new ShellWord("", [], span), []);

    private void Flush()
    {
        if (literal.Length > 0)
        {
            parts.Add(new ShellPart(ShellPartKind.Literal, literal.ToString()));
            literal.Clear();
        }
    }
}
