using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>
/// Splits a command text into words the way Compose does: quotes and backslashes as in a shell, but no shell runs it. At the first operator
/// outside of quotes (<c>&amp;&amp;</c>, <c>;</c>, <c>|</c>, <c>&gt;</c>) Compose stops and drops the rest without a word.
/// </summary>
/// <remarks>Source: the Compose specification, "command"; mattn/go-shellwords, Parser.Parse, which Compose calls.</remarks>
internal sealed class CommandWords
{
    private readonly MappedText source;
    private readonly List<MappedText> words = [];
    private readonly StringBuilder word = new();
    private List<MappedSegment> segments = [];
    private bool hasWord;
    private char quote;
    private int holes;

    private CommandWords(MappedText source) => this.source = source;

    public IReadOnlyList<MappedText> Words => words;

    /// <summary>Where the text that Compose drops begins.</summary>
    public int? DroppedFrom { get; private set; }

    /// <summary>Compose refuses the text: a quote that is never closed, or a bracket.</summary>
    public bool IsBroken { get; private set; }

    public static CommandWords Split(MappedText text)
    {
        CommandWords split = new(text);
        split.Run();
        return split;
    }

    /// <summary>Why Compose refuses a literal command, or null.</summary>
    public static string? Complaint(string text) =>
        Split(new MappedText(text, new SourceFile("", text), [new MappedSegment(0, 0)])).IsBroken
            ? "is not a command line: a quote is never closed, or a bracket is outside quotes"
            : null;

    private void Run()
    {
        var text = source.Text;
        var at = 0;
        while (at < text.Length && !IsBroken && DroppedFrom is null)
        {
            at = holes > 0 ? Hole(at) : Step(at);
        }

        IsBroken |= quote != '\0';
        EndWord();
    }

    // Inside ${…} everything belongs to the reference: Compose replaces it before it splits.
    private int Hole(int at)
    {
        holes += source.Text[at] switch
        {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        Take(at, source.Text[at]);
        return at + 1;
    }

    private int Step(int at)
    {
        var text = source.Text;
        var character = text[at];
        if (character == '\\' && quote != '\'')
        {
            IsBroken |= at + 1 == text.Length;
            if (at + 1 < text.Length)
            {
                Take(
                    at + 1,
                    text[at + 1] switch
                    {
                        't' => '\t',
                        'n' => '\n',
                        var other => other,
                    }
                );
            }

            return at + 2;
        }

        if (character == '$' && at + 1 < text.Length && text[at + 1] is '{' or '$')
        {
            Take(at, '$');
            Take(at + 1, text[at + 1]);
            holes += text[at + 1] == '{' ? 1 : 0;
            return at + 2;
        }

        return quote is not '\0' ? Quoted(at, character) : Plain(at, character);
    }

    private int Quoted(int at, char character)
    {
        if (character == quote && quote is '"' or '\'')
        {
            quote = '\0';
            return at + 1;
        }

        if (character == quote)
        {
            quote = '\0';
        }

        Take(at, character);
        return at + 1;
    }

    private int Plain(int at, char character)
    {
        switch (character)
        {
            case ' ' or '\t' or '\r' or '\n':
                EndWord();
                break;
            case '"' or '\'':
                quote = character;
                hasWord = true;
                break;
            case '`':
                quote = '`';
                Take(at, character);
                break;
            case '(' when word.Length > 0 && word[^1] == '$':
                quote = ')';
                Take(at, character);
                break;
            case '(' or ')':
                IsBroken = true;
                break;
            case ';' or '&' or '|' or '<' or '>':
                DroppedFrom = at;
                DropDescriptor(character);
                break;
            default:
                Take(at, character);
                break;
        }

        return at + 1;
    }

    // "2>&1": the digit belongs to what is dropped.
    private void DropDescriptor(char character)
    {
        if (character == '>' && word.Length > 0 && char.IsAsciiDigit(word[0]))
        {
            word.Clear();
            hasWord = false;
        }
    }

    private void Take(int at, char character)
    {
        var place = source.Span(at, 1).Start;
        if (segments is not [.., var last] || place - last.Source != word.Length - last.Offset)
        {
            segments.Add(new MappedSegment(word.Length, place));
        }

        word.Append(character);
        hasWord = true;
    }

    private void EndWord()
    {
        if (hasWord)
        {
            words.Add(new MappedText(word.ToString(), source.File, segments));
        }

        word.Clear();
        segments = [];
        hasWord = false;
    }
}
