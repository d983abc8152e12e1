using System.Text.Json;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A rule as a SARIF <c>reportingDescriptor</c>, with what its page says in prose.</summary>
internal static class SarifRule
{
    // GitHub cuts descriptions here, in the middle of a word.
    private const int LongestDescription = 1000;

    public static void Write(Utf8JsonWriter json, RuleInfo rule)
    {
        var page = RuleProse.Of(rule);
        json.WriteString("id", rule.Id);
        json.WriteString("name", RulePage.NameOf(rule));
        SarifText.Write(json, "shortDescription", rule.Title + ".");
        SarifText.Write(json, "fullDescription", Cut(page.Count > 0 ? page[0].FirstParagraph : rule.Rationale));
        json.WriteOptional("helpUri", rule.Tool is null ? RuleSite.AddressOf(rule) : rule.HelpUri);
        json.WriteStartObject("help");
        json.WriteString("text", Quote.Text($"{rule.Rationale} {More(rule)}"));
        if (page.Count > 0)
        {
            json.WriteString("markdown", string.Join("\n\n", page.Select(section => $"## {section.Heading}\n\n{section.Text}")));
        }

        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        WriteProperties(json, rule);
    }

    private static void WriteProperties(Utf8JsonWriter json, RuleInfo rule)
    {
        var isSecurity = rule.Area is Area.Secrets or Area.Security;
        json.WriteStartObject("properties");
        json.WriteOptional("tool", rule.Tool);
        json.WriteStrings("tags", isSecurity ? ((string[])[Words.Of(rule.Area), "security"]).Distinct() : [Words.Of(rule.Area)]);
        json.WriteString("precision", rule.Certainty == Certainty.Certain ? "high" : "medium");
        // GitHub takes whatever has a security-severity for a vulnerability; the others have a severity of problems.
        if (isSecurity)
        {
            json.WriteString("security-severity", Score(rule.Severity));
        }
        else
        {
            json.WriteString("problem.severity", Problem(rule.Severity));
        }

        json.WriteEndObject();
    }

    private static string More(RuleInfo rule) =>
        rule is not { Tool: { } tool } ? $"'seaworthy explain {rule.Id}' tells more."
        : rule.HelpUri is { } help ? $"Found by {tool}: {help}"
        : $"Found by {tool}.";

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Critical or Severity.High => "error",
            Severity.Medium => "warning",
            _ => "note",
        };

    private static string Problem(Severity severity) => Level(severity) is "note" ? "recommendation" : Level(severity);

    // GitHub: critical above 9.0, high from 7.0, medium from 4.0.
    private static string Score(Severity severity) =>
        severity switch
        {
            Severity.Critical => "9.5",
            Severity.High => "8.0",
            Severity.Medium => "5.5",
            _ => "2.0",
        };

    private static string Cut(string text) =>
        text.Length <= LongestDescription ? text
        : text.LastIndexOf(". ", LongestDescription, StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)]
        : text[..LongestDescription];
}
