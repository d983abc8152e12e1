using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A section of a rule's page, for readers who have no use for the examples.</summary>
public sealed record RuleProse(string Heading, string Text)
{
    private static readonly string[] Wanted = ["What it finds", "Why it matters", "What it does not judge", "References"];

    /// <summary>As one line.</summary>
    public string FirstParagraph => Text.Split("\n\n")[0].ReplaceLineEndings(" ");

    /// <summary>In the order of the page; empty when there is none.</summary>
    public static IReadOnlyList<RuleProse> Of(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Tool is null && RulePage.Read(rule) is { } page ? In(page.ReplaceLineEndings("\n")) : [];
    }

    private static IReadOnlyList<RuleProse> In(string page)
    {
        List<RuleProse> found = [];
        List<string> text = [];
        var heading = "";
        string? fence = null;
        foreach (var line in page.Split('\n').Append("## "))
        {
            fence =
                fence is null ? RulePage.FenceOf(line)
                : line.TrimEnd() == fence ? null
                : fence;
            if (fence is not null || !line.StartsWith("##", StringComparison.Ordinal))
            {
                text.Add(line);
                continue;
            }

            if (Wanted.Contains(heading) && string.Join('\n', text).Trim() is { Length: > 0 } said)
            {
                found.Add(new RuleProse(heading, said));
            }

            // What is said below a heading of the third level belongs to an example.
            heading = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..].Trim() : "";
            text.Clear();
        }

        return found;
    }
}
