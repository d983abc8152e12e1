namespace Seaworthy.Deploying.Commands;

/// <summary>Words for a POSIX shell. Only ssh needs them: it hands what it is given to the shell of the host as one text.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.2.2 "Single-Quotes".</remarks>
public static class ShellWords
{
    /// <summary>A word that the shell takes as it is, whatever it holds.</summary>
    /// <exception cref="ArgumentException">It holds the character 0, which no argument can.</exception>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("An argument cannot hold the character 0.", nameof(word))
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A program and its arguments as one text, which the shell takes apart into the same list.</summary>
    public static string Join(CommandLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return string.Join(' ', line.Arguments.Prepend(line.Program).Select(Quote));
    }
}
