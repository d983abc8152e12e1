using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>What a report quotes, searched for secrets once: thousands of findings bear the words of a few rules, and stand in the same lines.</summary>
internal sealed class Quotations(Deployment deployment)
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<QuotedLine, string> lines = new();

    public string Text(string text) => texts.GetOrAdd(text, Quote.Text);

    public string Line(SourceSpan span)
    {
        if (span.IsWholeFile)
        {
            return "";
        }

        QuotedLine key = new(span.File, Quote.Start(span));
        return lines.TryGetValue(key, out var line) ? line : lines[key] = Quote.Line(span, deployment);
    }

    private sealed record QuotedLine(SourceFile File, int Start);
}
