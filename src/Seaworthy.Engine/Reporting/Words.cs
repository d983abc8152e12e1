using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>The names of areas, outcomes and scales, as reports write them. JSON never changes one.</summary>
public static class Words
{
    // Asked for every finding of a report: spelt once.
    private static readonly string[] Areas = [.. Enum.GetNames<Area>().Select(Kebab)];
    private static readonly string[] Outcomes = [.. Enum.GetNames<Outcome>().Select(Kebab)];
    private static readonly string[] Severities = [.. Enum.GetNames<Severity>().Select(Kebab)];
    private static readonly string[] Confidences = [.. Enum.GetNames<Confidence>().Select(Kebab)];
    private static readonly string[] Roles = [.. Enum.GetNames<LocationRole>().Select(Kebab)];

    public static string Of(Area area) => Areas[(int)area];

    public static string Of(Outcome outcome) => Outcomes[(int)outcome];

    public static string Of(Severity severity) => Severities[(int)severity];

    public static string Of(Confidence confidence) => Confidences[(int)confidence];

    public static string Of(LocationRole role) => Roles[(int)role];

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
