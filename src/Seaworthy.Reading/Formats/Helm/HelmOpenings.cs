using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>
/// Documents of a chart that stop at what is not here, rendered with a mark in its place. They are kept where the mark is a name or the value of a variable:
/// elsewhere it could be a part of the object's structure, of which nothing is known then.
/// </summary>
internal static partial class HelmOpenings
{
    /// <param name="rendering">As Helm renders it.</param>
    /// <param name="again">The same chart, rendered with marks; asked for where a document needs it.</param>
    /// <param name="isOpen">Of a fault: something outside the tree may end it.</param>
    public static HelmRendering Filled(HelmRendering rendering, Func<HelmRendering> again, Func<HelmFault, bool> isOpen)
    {
        if (!rendering.Documents.Any(document => document.Fault is { } fault && isOpen(fault)))
        {
            return rendering;
        }

        var marked = again().Documents.Where(document => IsKnown(document.Text)).ToDictionary(document => document.Template);
        return rendering with
        {
            Documents =
            [
                .. rendering.Documents.Select(document =>
                    document.Fault is { } fault && isOpen(fault) ? marked.GetValueOrDefault(document.Template, document) : document
                ),
            ],
            Fault = rendering.Fault is { } first && isOpen(first) ? null : rendering.Fault,
        };
    }

    private static bool IsKnown(string? text)
    {
        if (text is null)
        {
            return false;
        }

        // The keys of a Secret or ConfigMap are known, whatever they hold.
        var isOfKeys = Keys().IsMatch(text);
        return text.Split('\n').Where(OpenText.Is).All(line => isOfKeys ? AnyKey().IsMatch(line) : KnownKey().IsMatch(line));
    }

    [GeneratedRegex(@"^kind: (Secret|ConfigMap)\s*$", RegexOptions.Multiline)]
    private static partial Regex Keys();

    [GeneratedRegex(@"^\s*[""']?[\w./-]+[""']?:\s+\S")]
    private static partial Regex AnyKey();

    [GeneratedRegex(
        @"^\s*(- )?(name|value|claimName|secretName|serviceAccountName|configMapName|namespace|key|[""']?checksum/[\w-]+[""']?):\s+\S"
    )]
    private static partial Regex KnownKey();
}
