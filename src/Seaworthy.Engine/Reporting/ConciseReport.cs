using System.Globalization;

namespace Seaworthy.Engine.Reporting;

/// <summary>A line for each finding, which editors, <c>grep</c> and quickfix lists read: <c>file:line:column: severity rule message</c>. In the order of files and lines.</summary>
public static class ConciseReport
{
    /// <param name="findings">Those to write; what passed or is undecided is left out.</param>
    /// <param name="directory">The way to the audited tree, before every path; empty for the current directory.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<Finding> findings, string directory, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        var ordered = findings
            .Where(finding => finding.IsFault)
            .OrderBy(finding => finding.Primary.Span.File.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Primary.Span.StartLine)
            .ThenBy(finding => finding.Primary.Span.StartColumn)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);
        foreach (var finding in ordered)
        {
            output.WriteLine(Quote.Text(Line(finding, directory)));
        }
    }

    private static string Line(Finding finding, string directory)
    {
        var span = finding.Primary.Span;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{directory}{span.File.Path}:{span.StartLine}:{span.StartColumn}: {Words.Of(finding.Severity)} {finding.Rule.Id} {finding.Verdict.Message}"
        );
    }
}
