using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>The names of areas, outcomes and scales, as reports write them. JSON never changes one.</summary>
public static class Words
{
    public static string Of(Area area) => Kebab(area.ToString());

    public static string Of(Outcome outcome) => Kebab(outcome.ToString());

    public static string Of(Severity severity) => Kebab(severity.ToString());

    public static string Of(Confidence confidence) => Kebab(confidence.ToString());

    public static string Of(LocationRole role) => Kebab(role.ToString());

    public static string Of(DiagnosticKind kind) => Kebab(kind.ToString());

    /// <summary>For a heading: <c>Ports and health</c>.</summary>
    public static string Title(Area area) => char.ToUpperInvariant(Of(area)[0]) + Of(area)[1..].Replace('-', ' ');

    private static string Kebab(string name)
    {
        StringBuilder kebab = new();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
