using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>What the files on disk break and fix since a revision.</summary>
internal sealed class DiffTool()
    : ContextTool(
        "diff",
        "What your change breaks, makes worse, improves and fixes since a revision. Ask it before you commit.",
        """ "base": { "type": "string", "description": "A revision. Default: HEAD." }, "offset": { "type": "integer", "minimum": 0 } """
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        if (call.Tree.AuditOf(call.Text("base") ?? "HEAD", out var fault) is not { } before)
        {
            return ToolAnswer.Refused(Quote.Text(fault));
        }

        var comparison = Comparison.Of(before, report);
        var changes = comparison.Changes.Where(change => change.Kind != ChangeKind.Left).ToList();
        return changes.Count == 0
            ? new ToolAnswer("Nothing changed for the worse or the better.")
            : new BoundedText()
                .Line(comparison.ClosesGate ? "The change brings something that blocks." : "The change brings nothing that blocks.")
                .Page(
                    changes,
                    call.Number("offset"),
                    change => Shown.Lines(change.Shown).Select((line, at) => at == 0 ? $"{Words.Of(change.Kind)} {line}" : line)
                )
                .Done();
    }
}
