using System.Globalization;
using System.Text;

namespace Seaworthy.Rules;

/// <summary>The page of a rule: its documentation, its test, and what <c>seaworthy explain</c> prints.</summary>
public static class RulePage
{
    /// <summary>The page's file name: the last part of the rule's id in Pascal case.</summary>
    public static string NameOf(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        StringBuilder name = new();
        foreach (var word in rule.Id[(rule.Id.LastIndexOf('/') + 1)..].Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(word[..1].ToUpper(CultureInfo.InvariantCulture)).Append(word[1..]);
        }

        return name.Append(".md").ToString();
    }

    /// <summary>The page's Markdown; null when the rule has none.</summary>
    public static string? Read(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        // Two may share the last part of their name.
        if (rule.Id.StartsWith(Custom.PolicyCheck.Prefix + "/", StringComparison.Ordinal))
        {
            return null;
        }

        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream(NameOf(rule));
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
