using Seaworthy.Model.Source;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>What an audit could not do, or was not to show, at the end of a document.</summary>
internal static class MarkdownDiagnostics
{
    public static void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter output)
    {
        if (diagnostics.Count == 0)
        {
            return;
        }

        output.WriteLine("## What could not be done, or is not shown\n");
        foreach (var diagnostic in diagnostics)
        {
            output.WriteLine($"- {(diagnostic.Path is { } path ? Code(Quote.Text(path)) + ": " : "")}{Escape(diagnostic.Message)}");
        }
    }
}
