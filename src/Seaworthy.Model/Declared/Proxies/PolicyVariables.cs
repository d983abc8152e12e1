using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>Variables that a web server writes into its Content-Security-Policy, which browsers apply: <c>connect-src 'self' {$ACCOUNTS_URL}</c>.</summary>
/// <remarks>Source: W3C, "Content Security Policy Level 3", "connect-src".</remarks>
public static class PolicyVariables
{
    // Words of a policy, which a file may break into several lines.
    private static readonly string[] Words =
    [
        "Content-Security-Policy",
        "connect-src",
        "default-src",
        "frame-src",
        "img-src",
        "form-action",
    ];

    /// <summary>Each line of the files that takes the variable is of the policy, and there is one.</summary>
    public static bool IsNowhereElse(string variable, IEnumerable<SourceFile> files)
    {
        var lines = files.SelectMany(file => file.Text.Split('\n')).Where(line => Takes(line, variable)).ToList();
        return lines.Count > 0 && lines.TrueForAll(line => Array.Exists(Words, word => line.Contains(word, StringComparison.Ordinal)));
    }

    private static bool Takes(string line, string variable) =>
        line.Contains($"{{${variable}}}", StringComparison.Ordinal)
        || line.Contains($"{{${variable}:", StringComparison.Ordinal)
        || line.Contains($"${{{variable}}}", StringComparison.Ordinal);
}
