using Seaworthy.Model.Source;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What an audit could not do, or was not to show: a line each.</summary>
internal static class TerminalNotes
{
    /// <param name="console">Where to.</param>
    /// <param name="diagnostics">What to tell.</param>
    /// <param name="withTrace">Also where a part of Seaworthy failed.</param>
    public static void Write(IAnsiConsole console, IEnumerable<Diagnostic> diagnostics, bool withTrace)
    {
        foreach (var diagnostic in diagnostics)
        {
            var colour = diagnostic.IsIncomplete ? "red" : "grey";
            var path = diagnostic.Path is { } file ? TerminalFinding.Escaped(file) + ": " : "";
            console.MarkupLine($"[{colour}]note:[/] {path}{TerminalFinding.Escaped(diagnostic.Message)}");
            if (withTrace && diagnostic.Trace is { } trace)
            {
                console.WriteLine(trace);
            }
        }
    }
}
