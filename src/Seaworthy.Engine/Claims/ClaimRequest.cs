using System.Text;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Claims;

/// <summary>What a program that reads repositories is asked: the model in short, what the audit could not decide, what it found, and the form of an answer. Secrets are masked.</summary>
public static class ClaimRequest
{
    /// <summary>Characters of the whole; some 12,000 tokens.</summary>
    public const int Longest = 40_000;

    private const string Task = """
        You review whether the repository in the current directory can be deployed. Read its files; change nothing.
        Seaworthy has joined the files already: below is its model, what it could not decide, and what it found.
        First answer what it could not decide. Then name what it missed: two statements that contradict each other, or a
        statement that leads nowhere, each with a consequence for those who build, ship or run this. Do not repeat what it found.
        Every claim is checked against the files: quote lines exactly, and leave out what you are not sure of.

        Answer with JSON alone:
        {"claims": [{"kind": "…", "text": "what breaks, in a sentence", "values": ["the names or values that contradict, the most important first"],
        "places": [{"path": "from the root", "line": 1, "quote": "the line"}], "severity": "critical|high|medium|low", "rule": "only for what it could not decide: its rule"}]}

        Kinds:
        """;

    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new(Task);
        text.Append('\n');
        foreach (var kind in ClaimKinds.All)
        {
            text.Append("- ").Append(kind.Name).Append(": ").Append(kind.Meaning).Append('\n');
        }

        Section(
            text,
            "Not decided",
            report.Findings.Where(finding => finding.Outcome == Outcome.Unknown).SelectMany(CompactReport.Lines),
            Longest / 2
        );
        Section(
            text,
            "Found",
            CompactReport
                .Ordered(report.Findings.Where(finding => finding.IsFault))
                .Select(finding => CompactReport.Lines(finding).First()),
            Longest * 2 / 3
        );
        Section(text, "Model", CompactModel.Lines(report.Deployment), Longest);
        return text.ToString();
    }

    /// <summary>As many lines as fit below a number of characters of the whole.</summary>
    private static void Section(StringBuilder text, string title, IEnumerable<string> lines, int most)
    {
        text.Append("\n# ").Append(title).Append('\n');
        var left = 0;
        foreach (var line in lines)
        {
            if (left > 0 || text.Length + line.Length + 1 > most)
            {
                left++;
                continue;
            }

            text.Append(line).Append('\n');
        }

        if (left > 0)
        {
            text.Append('(').Append(left).Append(" more lines)\n");
        }
    }
}
