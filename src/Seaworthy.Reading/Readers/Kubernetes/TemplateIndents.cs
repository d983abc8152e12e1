using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Values that a template inserts beside the key that they belong below: the key is empty, and they become keys of the mapping around it.</summary>
/// <remarks>Source: Helm documentation, "Template Function List", nindent and toYaml.</remarks>
internal static partial class TemplateIndents
{
    // A list may stand in the column of its key; these are mappings.
    private static readonly HashSet<string> Mappings = new(StringComparer.Ordinal)
    {
        "affinity",
        "annotations",
        "data",
        "dnsConfig",
        "labels",
        "lifecycle",
        "limits",
        "livenessProbe",
        "matchLabels",
        "maxAllowed",
        "minAllowed",
        "nodeSelector",
        "podSelector",
        "readinessProbe",
        "requests",
        "resources",
        "securityContext",
        "selector",
        "startupProbe",
        "strategy",
        "stringData",
        "updateStrategy",
    };

    public static IEnumerable<Problem> Problems(SourceFile file)
    {
        Match? key = null;
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var text = file.Lines.TextOf(line);
            if (Inline().Match(text) is { Success: true } both)
            {
                if (Problem(file, line, both, both) is { } problem)
                {
                    yield return problem;
                }
            }
            else if (Key().Match(text) is { Success: true } found)
            {
                key = found;
            }
            else if (key is not null && Inserted().Match(text) is { Success: true } inserted)
            {
                if (Problem(file, line, key, inserted) is { } problem)
                {
                    yield return problem;
                }

                key = null;
            }
            else if (!Control().IsMatch(text))
            {
                key = null;
            }
        }
    }

    private static Problem? Problem(SourceFile file, int line, Match key, Match inserted)
    {
        var name = key.Groups["name"].Value;
        var column = key.Groups["space"].Length;
        var number = inserted.Groups["number"];
        return
            int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var indent)
            && (indent < column || (indent == column && Mappings.Contains(name)))
            ? new Problem(
                ProblemKind.InvalidValue,
                $"`nindent {indent}` inserts the content of '{name}' beside it, in column {indent}, not below it",
                new SourceSpan(file, file.Lines.StartOf(line) + inserted.Groups["call"].Index, inserted.Groups["call"].Length)
            )
            {
                Remedy = $"Write `nindent {column + 2}`, since '{name}' stands in column {column}",
            }
            : null;
    }

    [GeneratedRegex(@"^(?<space> *)(?<name>[A-Za-z][\w.-]*):\s*$")]
    private static partial Regex Key();

    /// <summary>A line of nothing else. A named template may begin with blanks of its own; those of labels by custom do not.</summary>
    [GeneratedRegex(
        @"^\s*\{\{-?\s*(?:toYaml\s[^{}]*|[^{}|]*\|\s*toYaml\s*|include\s+""[^""]*(?i:labels|annotations)""[^{}]*)\|\s*(?<call>nindent\s+(?<number>\d+))\s*-?\}\}\s*$"
    )]
    private static partial Regex Inserted();

    /// <summary><c>resources: {{ toYaml .Values.resources | nindent 8 }}</c>.</summary>
    [GeneratedRegex(
        @"^(?<space> *)(?<name>[A-Za-z][\w.-]*):\s*\{\{-?\s*(?:toYaml\s[^{}]*|[^{}|]*\|\s*toYaml\s*)\|\s*(?<call>nindent\s+(?<number>\d+))\s*-?\}\}\s*$"
    )]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\s*(?:#.*|\{\{-?\s*(?:with|if|range)\s[^{}]*\}\}\s*)?$")]
    private static partial Regex Control();
}
