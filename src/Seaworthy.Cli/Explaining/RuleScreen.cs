using System.Text.RegularExpressions;
using Seaworthy.Cli.Output;
using Seaworthy.Engine.Judging;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Explaining;

/// <summary>A rule on one screen: what it finds, why that matters, an example and its remedy, and how to turn the rule off.</summary>
internal static partial class RuleScreen
{
    /// <summary>As many lines as a small terminal shows.</summary>
    public const int Height = 40;

    private const int Width = 96;
    private const int ProseLines = 5;
    private const int LeastCode = 3;

    public static void Write(RuleInfo rule, TextWriter output)
    {
        foreach (var line in Lines(rule))
        {
            output.WriteLine(line.TrimEnd());
        }
    }

    private static IEnumerable<string> Lines(RuleInfo rule)
    {
        var page = RulePage.Read(rule) ?? "";
        var prose = RuleProse.Of(rule);
        List<string> head =
        [
            rule.Title,
            $"{rule.Id} · {Words.Of(rule.Severity)} · {Words.Title(rule.Area)} · {Words.Of(rule.Certainty)}",
            "",
            .. Paragraph(Prose("What it finds") ?? rule.Holds),
            "",
            .. Paragraph($"Why: {Prose("Why it matters") ?? rule.Rationale}"),
            "",
        ];
        List<string> foot = ["", .. Foot(rule)];
        var examples = PageExample.Below(page, "## Example");
        if ((examples.FirstOrDefault(file => file.Marked.Count > 0) ?? examples.FirstOrDefault()) is not { } example)
        {
            return [.. head, .. foot.Skip(1)];
        }

        var instead = PageExample.Below(page, "## Instead").FirstOrDefault(file => file.File == example.File);
        // Two headings, and a blank line between the two.
        var room = Math.Max(Height - head.Count - foot.Count - (instead is null ? 1 : 3), 2 * LeastCode);
        var most = instead is null ? room : Math.Max(LeastCode, Math.Max(room / 2, room - instead.Lines.Count));
        List<string> shown = [$"Example: {example.File}", .. example.Around(example.Marked, most)];
        return instead is null
            ? [.. head, .. shown, .. foot]
            :
            [
                .. head,
                .. shown,
                "",
                $"Instead: {instead.File}",
                .. instead.Around(New(instead, example), room - (shown.Count - 1)),
                .. foot,
            ];

        string? Prose(string heading) => prose.FirstOrDefault(section => section.Heading == heading)?.FirstParagraph;
    }

    // What the remedy writes.
    private static List<int> New(PageExample instead, PageExample example) =>
        [.. Enumerable.Range(0, instead.Lines.Count).Where(at => !example.Lines.Contains(instead.Lines[at], StringComparer.Ordinal))];

    private static IEnumerable<string> Foot(RuleInfo rule)
    {
        if (Precisions.Of(rule.Id).Text is { } precision)
        {
            yield return $"Precision: {precision} findings that people checked in public repositories.";
        }

        yield return $"Turn off:  once      seaworthy --ignore {rule.Id}";
        yield return $"           always    seaworthy.yaml: rules: {{{rule.Id}: off}}";
        yield return $"           one line  # seaworthy: allow {rule.Id} <reason>";
        yield return $"More examples and limits: seaworthy explain {rule.Id} --full";
    }

    private static IEnumerable<string> Paragraph(string text)
    {
        var lines = TextWrap.Of(Link().Replace(text, "$1"), Width).ToList();
        return lines.Count <= ProseLines ? lines : [.. lines.Take(ProseLines - 1), lines[ProseLines - 1] + " …"];
    }

    [GeneratedRegex(@"\[([^\]]+)\]\([^)\s]+\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
