namespace Seaworthy.Cli;

/// <summary>One report to write: in which form, and where to. No file means standard output.</summary>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
    private const string StandardOutput = "-";

    /// <summary>The forms as a user writes them.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>Those of a report: a review needs two sides.</summary>
    public static IReadOnlyList<string> FormatsOfReport { get; } = [.. Formats.Where(name => name != "review")];

    /// <summary>The file as a whole path, so that two ways of writing one are seen to be one; empty for standard output.</summary>
    public string Place => File is { } file ? Path.GetFullPath(file) : "";

    /// <summary>Without colours, as a file always is.</summary>
    public bool IsPlain => File is not null || ColorChoice.IsPlain;

    /// <summary>On a terminal, a line each for those who want little to read.</summary>
    public ReportOutput Shortened(bool isQuiet) =>
        isQuiet && this is { Format: ReportFormat.Terminal, File: null } ? this with { Format = ReportFormat.Concise } : this;

    /// <param name="written"><c>FORMAT=FILE</c>, or <c>FILE</c>.</param>
    /// <param name="asked">What <c>--format</c> says, or would be.</param>
    /// <param name="isAsked">Somebody wrote <c>--format</c>; if not, the ending of the file tells its form.</param>
    public static ReportOutput Of(string written, ReportFormat asked, bool isAsked)
    {
        var (format, file) = Split(written);
        return new ReportOutput(
            format is not null ? Enum.Parse<ReportFormat>(format, ignoreCase: true)
                : isAsked ? asked
                : Ending(file) ?? asked,
            file == StandardOutput ? null : file
        );
    }

    private static ReportFormat? Ending(string file) =>
        Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".json" when file.EndsWith(".sarif.json", StringComparison.OrdinalIgnoreCase) => ReportFormat.Sarif,
            ".json" => ReportFormat.Json,
            ".md" or ".markdown" => ReportFormat.Markdown,
            ".html" or ".htm" => ReportFormat.Html,
            ".sarif" => ReportFormat.Sarif,
            ".xml" => ReportFormat.Junit,
            ".csv" => ReportFormat.Csv,
            ".txt" => ReportFormat.Terminal,
            _ => null,
        };

    /// <summary>It has an ending that is of no form: <c>report.pdf</c>.</summary>
    public static bool HasForeignEnding(string written) =>
        Split(written) is (null, not StandardOutput and var file) && Path.HasExtension(file) && Ending(file) is null;

    /// <summary>Whether the form is left to <c>--format</c>.</summary>
    public static bool TakesFormat(string written) => Split(written).Format is null;

    /// <summary>Why it is no output; null when it is one.</summary>
    public static string? Fault(string written) =>
        Split(written) switch
        {
            (_, "") => $"--output '{written}' names no file.",
            (null, var name) when Formats.Contains(name, StringComparer.OrdinalIgnoreCase) =>
                $"--output '{name}' is a format, not a file; did you mean '--output {name}=report.{Extension(name)}'?",
            ({ } format, _) when !Formats.Contains(format, StringComparer.OrdinalIgnoreCase) =>
                $"There is no format '{format}' as in --output '{written}': name one of {string.Join(", ", Formats)}.",
            _ => null,
        };

    private static string Extension(string format) =>
        format.ToLowerInvariant() switch
        {
            "markdown" => "md",
            "junit" => "xml",
            "gitlab" or "review" => "json",
            "terminal" or "concise" or "compact" or "github" => "txt",
            var same => same,
        };

    // A file whose own name begins like a format is written with its directory: ./a=b.
    private static (string? Format, string File) Split(string written) =>
        written.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && written[..sign].All(char.IsAsciiLetter)
            ? (written[..sign], written[(sign + 1)..])
            : (null, written);
}
