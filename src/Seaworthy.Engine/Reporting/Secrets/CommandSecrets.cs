using System.Buffers;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The secret behind a word of a command that is no option: <c>redis-cli AUTH X</c>, <c>CONFIG SET requirepass X</c>, <c>npm config set …:_authToken X</c>, <c>--from-literal=key=X</c>, <c>read -r DB_PASSWORD &lt;&lt;&lt; X</c>.</summary>
internal static class CommandSecrets
{
    private const int Least = 4;
    private const int LongestCommand = 300;

    private static readonly Word[] Words =
    [
        new(" auth ", "redis-cli"),
        new("requirepass ", "config set"),
        new("masterauth ", "config set"),
        new(" password ", "mysqladmin"),
        new("_authtoken ", ""),
        new("convertto-securestring ", ""),
        new("--from-literal", "secret "),
        new("<<<", "read "),
        new("printf -v ", ""),
    ];

    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
        [.. Words.Select(word => word.Text)],
        StringComparison.OrdinalIgnoreCase
    );

    public static Range Next(string text, int from)
    {
        for (var at = NextWord(text, from); at >= 0; at = NextWord(text, at + 1))
        {
            foreach (var word in Words)
            {
                if (
                    text.AsSpan(at).StartsWith(word.Text, StringComparison.OrdinalIgnoreCase)
                    && (Contains(text.AsSpan(Math.Max(0, at - LongestCommand)..at), word.Tool) || IsConfiguration(text, at, word.Tool))
                    && Value(text, at, word.Text) is { End.Value: > 0 } value
                )
                {
                    return value;
                }
            }
        }

        return default;
    }

    private static int NextWord(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(Beginnings) is var at and >= 0 ? from + at : -1;

    private static bool Contains(ReadOnlySpan<char> before, string tool) =>
        tool.Length == 0 || before.Contains(tool, StringComparison.OrdinalIgnoreCase);

    /// <summary>A line of redis.conf has the word at its beginning; a sentence has it elsewhere.</summary>
    private static bool IsConfiguration(string text, int at, string tool) =>
        tool == "config set" && text.AsSpan(0, at).TrimEnd(' ') is [] or [.., '"' or '\'' or '\n' or '\\'];

    private static Range Value(string text, int at, string word)
    {
        var end = at + word.Length;
        var value = word switch
        {
            "<<<" => IsRead(text.AsSpan(Math.Max(0, at - LongestCommand)..at)) ? OptionWord.After(text, end) : default,
            "printf -v " => Formatted(text, end),
            "--from-literal" => Pair(text, OptionWord.After(text, end)),
            "convertto-securestring " => AfterOption(text, end),
            _ => OptionWord.After(text, end),
        };
        var shown = text.AsSpan()[value];
        return shown.Length >= Least && shown[0] is not ('-' or '$' or '/' or '<' or '|' or '>') ? value : default;
    }

    /// <summary>The last word before <c>&lt;&lt;&lt;</c> is the variable.</summary>
    private static bool IsRead(ReadOnlySpan<char> before)
    {
        var command = before.TrimEnd();
        return SecretWords.Promise(command[(command.LastIndexOf(' ') + 1)..]);
    }

    private static Range Formatted(string text, int from)
    {
        var name = OptionWord.After(text, from);
        return SecretWords.Promise(text.AsSpan()[name])
            ? OptionWord.After(text, SkipMark(text, OptionWord.After(text, name.End.Value).End.Value))
            : default;
    }

    private static int SkipMark(string text, int at) => at < text.Length && text[at] is '"' or '\'' ? at + 1 : at;

    private static Range AfterOption(string text, int from)
    {
        const string Option = "-String ";
        return text.AsSpan(from).StartsWith(Option, StringComparison.OrdinalIgnoreCase)
            ? OptionWord.After(text, from + Option.Length)
            : OptionWord.After(text, from);
    }

    private static Range Pair(string text, Range word)
    {
        var sign = text.AsSpan()[word].IndexOf('=');
        return sign < 0 ? default : (word.Start.Value + sign + 1)..word.End.Value;
    }

    /// <summary>A word behind which a secret stands.</summary>
    /// <param name="Text">The word itself.</param>
    /// <param name="Tool">Text that stands before it in the same command; empty where the word is clear by itself.</param>
    private sealed record Word(string Text, string Tool);
}
