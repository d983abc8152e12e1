using Seaworthy.Cli.Output;

namespace Seaworthy.Cli;

/// <summary>All reports of one run.</summary>
internal static class ReportOutputs
{
    /// <summary>Every <c>--output</c>; besides, unless one of them takes it or claims standard output, the report of <c>--format</c> on standard output.</summary>
    /// <param name="format">What <c>--format</c> says.</param>
    /// <param name="isAsked">Somebody wrote <c>--format</c>.</param>
    /// <param name="written">The values of <c>--output</c>.</param>
    public static IReadOnlyList<ReportOutput> Of(ReportFormat format, bool isAsked, IReadOnlyList<string> written)
    {
        List<ReportOutput> outputs = [.. written.Select(one => ReportOutput.Of(one, format, isAsked))];
        var isTaken = written.Any(ReportOutput.TakesFormat) || (!isAsked && outputs.Any(output => output.File is null));
        return isTaken ? outputs : [.. outputs, new ReportOutput(format, File: null)];
    }

    /// <summary>Writes each where it goes. False when a file could not be written: the reason is then on standard error, and the others are written all the same.</summary>
    /// <param name="outputs">What is wanted.</param>
    /// <param name="write">Writes one into a stream.</param>
    public static bool Write(IEnumerable<ReportOutput> outputs, Action<ReportOutput, Stream> write)
    {
        var isWritten = true;
        foreach (var output in outputs)
        {
            isWritten &= Write(output, write);
        }

        return isWritten;
    }

    /// <summary>Why they cannot be written together; null when they can.</summary>
    public static string? Fault(ReportFormat format, bool isAsked, IReadOnlyList<string> written) =>
        written.Select(ReportOutput.Fault).FirstOrDefault(fault => fault is not null)
        ?? (isAsked ? null : written.Where(ReportOutput.HasForeignEnding).Select(Foreign).FirstOrDefault())
        ?? Of(format, isAsked, written).GroupBy(output => output.Place, Names).FirstOrDefault(same => same.Count() > 1) switch
        {
            null => null,
            { Key: "" } => "Two reports would go to standard output: give all but one a file (--output FORMAT=FILE).",
            var same => $"Two reports would be written to '{same.First().File}': give each a file of its own.",
        };

    private static string Foreign(string file) =>
        $"The ending of '{file}' is of no format: write --output FORMAT={file} with one of {string.Join(", ", ReportOutput.FormatsOfReport)}.";

    private static StringComparer Names =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static bool Write(ReportOutput output, Action<ReportOutput, Stream> write)
    {
        if (output.File is not { } file)
        {
            using var terminal = StandardOutput.Open(Form(output.Format));
            write(output, terminal);
            return true;
        }

        try
        {
            WholeFile.Write(
                file,
                stream =>
                {
                    using InertStream inert = new(stream, Form(output.Format));
                    write(output, inert);
                }
            );
            // A person sees where it went; a log has its own ways.
            if (!Console.IsErrorRedirected)
            {
                Console.Error.WriteLine($"seaworthy: wrote {file}");
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"seaworthy: cannot write '{file}': {exception.Message}");
            return false;
        }
    }

    private static OutputForm Form(ReportFormat format) =>
        format switch
        {
            ReportFormat.Json or ReportFormat.Sarif or ReportFormat.Gitlab or ReportFormat.Review => OutputForm.Json,
            ReportFormat.Html or ReportFormat.Junit => OutputForm.Markup,
            ReportFormat.Github => OutputForm.Commands,
            _ => OutputForm.Text,
        };
}
