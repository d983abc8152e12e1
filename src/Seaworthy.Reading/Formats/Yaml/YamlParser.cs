using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using YamlDotNet.Core;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>YAML 1.2 to the common tree. A faulty document keeps what stands before the fault, and reading goes on with the next one.</summary>
internal static class YamlParser
{
    private const int MaximumLength = 5_000_000;

    /// <summary>Every fault costs a new scanner over the rest of the file.</summary>
    private const int MaximumFaults = 50;

    /// <summary>Every repair costs a new reading of the file.</summary>
    private const int MaximumRepairs = 20;

    public static NodeFile Parse(SourceFile file)
    {
        if (file.Text.Length > MaximumLength)
        {
            return new NodeFile([], [new Problem(ProblemKind.Limit, "the file is too large", file.Whole)]);
        }

        List<Problem> problems = [];
        var text = ConflictMarkers.Resolve(file, problems);
        var read = ParseText(file, text, null);
        var rendered = read.IsDisturbed ? ReadAroundActions(file, text, read, problems) : null;
        var further = rendered is null ? TornTexts.Further(text, read, changed => ParseText(file, changed, null)) : [];
        return new NodeFile((rendered ?? read).Documents, [.. problems, .. rendered is null ? read.Problems : [], .. further])
        {
            HasTemplateActions = rendered is not null,
            Comments = YamlComments.Find(file, text, (rendered ?? read).End, (rendered ?? read).Scalars),
        };
    }

    /// <summary>Another reading with template actions masked, when that leads further; its faults say nothing about the rendered file and are dropped.</summary>
    private static YamlTreeBuilder? ReadAroundActions(SourceFile file, string text, YamlTreeBuilder plain, List<Problem> problems)
    {
        if (!TemplateMask.HasAction(text))
        {
            return null;
        }

        var mask = TemplateMask.Of(text);
        var masked = ParseText(file, mask.Text, mask);
        if (masked.IsDisturbed && masked.FirstFault <= plain.FirstFault && !HoldsAction(text, plain.FirstFault))
        {
            return null;
        }

        var action = YamlPlaces.RestOfLine(file, mask.FirstAction);
        problems.Add(
            new Problem(ProblemKind.Placeholder, "the file is not valid YAML until its template expressions are rendered", action)
        );
        return masked;
    }

    /// <summary>What stands for words of its own where it is (<c>['a'{{MORE}}]</c>) is a fault for every reading, and none of the file.</summary>
    private static bool HoldsAction(string text, int fault)
    {
        var at = Math.Clamp(fault, 0, text.Length);
        var start = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var end = text.IndexOf('\n', at);
        return start <= at && TemplateMask.HasAction(text[start..(end < 0 ? text.Length : end)]);
    }

    private static YamlTreeBuilder ParseText(SourceFile file, string text, TemplateMask? mask)
    {
        var builder = ParseOnce(file, text, mask);
        for (
            var repairs = 0;
            repairs < MaximumRepairs && builder.Refusal is { } refusal && YamlRepair.Apply(text, file.Text, refusal) is { } repaired;
            repairs++
        )
        {
            text = repaired;
            builder = ParseOnce(file, text, mask);
        }

        return builder;
    }

    private static YamlTreeBuilder ParseOnce(SourceFile file, string text, TemplateMask? mask)
    {
        YamlTreeBuilder builder = new(file, text, mask);
        var from = text is ['\uFEFF', ..] ? 1 : 0;
        for (var faults = 0; from >= 0 && faults < MaximumFaults; faults++)
        {
            using StringReader reader = new(from == 0 ? text : text[from..]);
            var fault = builder.Read(new Parser(new Scanner(reader, skipComments: true)), from);
            from = fault < 0 ? -1 : NextDocument(text, fault);
        }

        return builder;
    }

    /// <summary>Where the next line begins that is a document marker; it can be in no scalar.</summary>
    private static int NextDocument(string text, int from)
    {
        for (
            var at = text.IndexOf("\n---", from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf("\n---", at + 1, StringComparison.Ordinal)
        )
        {
            if (at + 4 >= text.Length || char.IsWhiteSpace(text[at + 4]))
            {
                return at + 1;
            }
        }

        return -1;
    }
}
