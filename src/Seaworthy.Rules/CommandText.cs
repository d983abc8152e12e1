using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Seaworthy.Rules;

/// <summary>
/// A command to paste, written as <c>$"docker compose -f {path} config"</c>. Values in the braces come from the audited repository and may be hostile (a file named <c>$(…)</c>).
/// Each is quoted for the shell unless it is plainly harmless. If a harmful value stands inside quotes, there is no command at all.
/// </summary>
[InterpolatedStringHandler]
public sealed class CommandText
{
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:@%+=,"
    );

    private readonly StringBuilder text;
    private char quote;
    private bool isRefused;

    public CommandText(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>The command; null when a value cannot be shown safely.</summary>
    public string? Text => isRefused ? null : text.ToString();

    /// <summary>The command as text, for records that carry one.</summary>
    public static string? Of(CommandText command) => command?.Text;

    public void AppendLiteral(string value)
    {
        foreach (var character in value ?? "")
        {
            quote =
                quote == character ? '\0'
                : quote == '\0' && character is '\'' or '"' ? character
                : quote;
        }

        text.Append(value);
    }

    /// <summary>One value of the repository, several values (each a word of its own), or a command inside a command, which is quoted already.</summary>
    /// <remarks>No overload takes a <see cref="CommandText"/>: an interpolated string inside another would choose it, and stay unquoted.</remarks>
    public void AppendFormatted<T>(T value)
    {
        if (value is IEnumerable<string> words)
        {
            AppendFormatted(words);
            return;
        }

        if (value is CommandText command)
        {
            isRefused |= quote != '\0' || command.isRefused;
            text.Append(command.text);
            return;
        }

        var word = value?.ToString() ?? "";
        if (!word.AsSpan().ContainsAnyExcept(Harmless))
        {
            text.Append(word);
        }
        else if (quote != '\0' || word.Any(char.IsControl))
        {
            // A blank does no harm inside quotes.
            isRefused |= word.Any(char.IsControl) || word.Replace(" ", "", StringComparison.Ordinal).AsSpan().ContainsAnyExcept(Harmless);
            text.Append(word);
        }
        else
        {
            text.Append('\'').Append(word.Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
        }
    }

    /// <summary>Several values, each a word of its own.</summary>
    public void AppendFormatted(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var separator = "";
        foreach (var word in words)
        {
            text.Append(separator);
            AppendFormatted<string>(word);
            separator = " ";
        }
    }
}
