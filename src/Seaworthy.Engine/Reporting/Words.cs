using System.Text;
using Seaworthy.Engine.Answering;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Costing;
using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>The names of areas, outcomes and scales, as reports write them. JSON never changes one.</summary>
public static class Words
{
    // Asked for every finding of a report: spelt once.
    private static readonly string[] Areas = [.. Enum.GetNames<Area>().Select(Kebab)];
    private static readonly string[] Outcomes = [.. Enum.GetNames<Outcome>().Select(Kebab)];
    private static readonly string[] Severities = [.. Enum.GetNames<Severity>().Select(Kebab)];
    private static readonly string[] Certainties = [.. Enum.GetNames<Certainty>().Select(Kebab)];
    private static readonly string[] Scopes = [.. Enum.GetNames<Scope>().Select(Kebab)];
    private static readonly string[] Roles = [.. Enum.GetNames<LocationRole>().Select(Kebab)];
    private static readonly string[] Efforts = [.. Enum.GetNames<Effort>().Select(Kebab)];
    private static readonly string[] Priorities = Enum.GetNames<Priority>();

    public static string Of(Area area) => Areas[(int)area];

    public static string Of(Outcome outcome) => Outcomes[(int)outcome];

    public static string Of(Severity severity) => Severities[(int)severity];

    /// <summary>The severity of a word; null where there is none.</summary>
    public static Severity? SeverityOf(string? word) => Array.IndexOf(Severities, word) is >= 0 and var at ? (Severity)at : null;

    public static string Of(Certainty certainty) => Certainties[(int)certainty];

    public static string Of(Scope scope) => Scopes[(int)scope];

    public static string Of(LocationRole role) => Roles[(int)role];

    public static string Of(Readiness readiness) => Kebab(readiness.ToString());

    public static string Of(TargetState state) => Kebab(state.ToString());

    public static string Of(Risk risk) => Kebab(risk.ToString());

    public static string Of(Stage stage) => Kebab(stage.ToString());

    public static string Of(Term term) => Kebab(term.ToString());

    public static string Of(Effort effort) => Efforts[(int)effort];

    public static string Of(Priority priority) => Priorities[(int)priority];

    public static string Of(Aspect aspect) => Kebab(aspect.ToString());

    public static string Of(Difference difference) => Kebab(difference.ToString());

    public static string Of(TargetEnvironment environment) => Kebab(environment.ToString());

    public static string Of(PriceBasis basis) => Kebab(basis.ToString());

    public static string Of(ChangeKind kind) => Kebab(kind.ToString());

    public static string Of(ClaimVerdict verdict) => Kebab(verdict.ToString());

    public static string Of(DiagnosticKind kind) => Kebab(kind.ToString());

    /// <summary>For a heading: <c>Ports and health</c>.</summary>
    public static string Title(Area area) => Capital(Plain(Of(area)));

    /// <summary>Within a sentence: <c>ready with conditions</c>.</summary>
    public static string Plain(string word) => word.Replace('-', ' ');

    /// <summary>At the beginning of one.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

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
