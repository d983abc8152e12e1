using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Forty letters that may be the secret half of an access key of AWS, near its ID.</summary>
/// <remarks>Source: AWS, "Manage access keys for IAM users".</remarks>
internal static partial class KeyHalves
{
    // Below a name, a label or in a sentence: "Secret: …".
    private const int Around = 3;

    public static SourceSpan? Beside(SourceSpan id)
    {
        var lines = id.File.Lines;
        for (var line = id.StartLine; line <= Math.Min(id.StartLine + Around, lines.Count); line++)
        {
            var start = lines.StartOf(line);
            foreach (var half in Half().EnumerateMatches(lines.TextOf(line)))
            {
                var value = id.File.Text.AsSpan(start + half.Index, half.Length);
                if (value.ContainsAnyInRange('a', 'z') && value.ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('0', '9'))
                {
                    return new SourceSpan(id.File, start + half.Index, half.Length);
                }
            }
        }

        return null;
    }

    [GeneratedRegex("(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])", RegexOptions.None, 1000)]
    private static partial Regex Half();
}
