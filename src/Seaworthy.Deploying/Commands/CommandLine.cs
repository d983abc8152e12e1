namespace Seaworthy.Deploying.Commands;

/// <summary>A program with its arguments: a list, and never a text for a shell.</summary>
public sealed record CommandLine(string Program, IReadOnlyList<string> Arguments)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    /// <summary>What the program gets in its environment besides; the values are secrets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it starts; null for the current directory.</summary>
    public string? Directory { get; init; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; init; } = Usual;

    /// <summary>As a person would type it.</summary>
    public override string ToString() => string.Join(' ', new[] { Program }.Concat(Arguments).Select(Quoted));

    private static string Quoted(string word) =>
        word.Length > 0
        && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "_-./:=@%+,<>".Contains(letter, StringComparison.Ordinal))
            ? word
            : ShellWords.Quote(word);
}
