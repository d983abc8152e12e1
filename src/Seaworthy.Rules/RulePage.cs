using System.Reflection;
using System.Text;

namespace Seaworthy.Rules;

/// <summary>The page of a rule: its documentation, its test, and what <c>seaworthy explain</c> prints.</summary>
public static class RulePage
{
    /// <summary>The last part of the rule's id in Pascal case: its class, unless several rules share one.</summary>
    public static string NameOf(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Pascal(rule.Id[(rule.Id.LastIndexOf('/') + 1)..]);
    }

    /// <summary>The page's path from the directory of all rules: beside the class, in the folder of the area or of the rule itself. Null when the rule has none.</summary>
    public static string? PathOf(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (area, name) = (Pascal(rule.Id.Split('/')[0]), NameOf(rule));
        return Array.Find([$"{area}/{name}.md", $"{area}/{name}/{name}.md"], path => Pages.GetManifestResourceInfo(path) is not null);
    }

    /// <summary>The page's Markdown; null when the rule has none.</summary>
    public static string? Read(RuleInfo rule)
    {
        if (PathOf(rule) is not { } path || Pages.GetManifestResourceStream(path) is not { } stream)
        {
            return null;
        }

        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The backticks that open or close a block of code; null for another line. An example that holds Markdown is fenced by more than it has inside.</summary>
    public static string? FenceOf(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Length - line.TrimStart('`').Length is >= 3 and var length ? line[..length] : null;
    }

    private static Assembly Pages => typeof(RulePage).Assembly;

    private static string Pascal(string kebab) =>
        string.Concat(kebab.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
