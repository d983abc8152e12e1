using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>A finding as every tool shows it.</summary>
internal static class Shown
{
    // As long as git's short names: unique within a report in practice, and the whole is accepted too.
    private const int Short = 8;

    public static IEnumerable<string> Lines(Finding finding) =>
        CompactReport.Lines(finding).Select((line, at) => at == 0 ? $"{Id(finding)} {line}" : line);

    public static string Id(Finding finding) => finding.Id[..Math.Min(Short, finding.Id.Length)];
}
