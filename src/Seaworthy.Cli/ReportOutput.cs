namespace Seaworthy.Cli;

/// <summary>One report to write: in which form, and where to. No file means standard output.</summary>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
    private const string StandardOutput = "-";

    /// <summary>The forms as a user writes them.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>The file as a whole path, so that two ways of writing one are seen to be one; empty for standard output.</summary>
    public string Place => File is { } file ? Path.GetFullPath(file) : "";

    /// <param name="written"><c>FORMAT=FILE</c>, or <c>FILE</c> in the format asked for.</param>
    /// <param name="asked">What <c>--format</c> says.</param>
    public static ReportOutput Of(string written, ReportFormat asked)
    {
        var (format, file) = Split(written);
        return new ReportOutput(
            format is null ? asked : Enum.Parse<ReportFormat>(format, ignoreCase: true),
            file == StandardOutput ? null : file
        );
    }

    /// <summary>Whether the form is left to <c>--format</c>.</summary>
    public static bool TakesFormat(string written) => Split(written).Format is null;

    /// <summary>Why it is no output; null when it is one.</summary>
    public static string? Fault(string written) =>
        Split(written) switch
        {
            (_, "") => $"--output '{written}' names no file.",
            ({ } format, _) when !Formats.Contains(format, StringComparer.OrdinalIgnoreCase) =>
                $"There is no format '{format}' as in --output '{written}': name one of {string.Join(", ", Formats)}.",
            _ => null,
        };

    // A file whose own name begins like a format is written with its directory: ./a=b.
    private static (string? Format, string File) Split(string written) =>
        written.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && written[..sign].All(char.IsAsciiLetter)
            ? (written[..sign], written[(sign + 1)..])
            : (null, written);
}
