using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>What stands around a secret and says what it is for.</summary>
internal static partial class SecretPlace
{
    private const string RustTests = "#[cfg(test)]";
    private const int MostLines = 8;

    private static readonly string[] SandboxHosts = ["://test-", "://test.", "://sandbox", "-sandbox.", ".sandbox.", "-test."];

    // kind and k3d; Docker Desktop.
    private static readonly string[] LocalServers =
    [
        "server: https://127.0.0.1:",
        "server: https://localhost:",
        "server: https://0.0.0.0:",
        "server: https://kubernetes.docker.internal:",
    ];

    // With dashes under names of everybody's: 127-0-0-1.sslip.io.
    private static readonly string[] LoopbackHosts = ["://localhost", "://127.0.0.1", "://127-0-0-1."];

    private static readonly string[] ClientWords = ["client", "credentials"];
    private static readonly string[] IssuerWords = ["issuer", "realms", "keycloak", "auth-server", "authority"];

    /// <summary>Below <c>#[cfg(test)]</c>, which is compiled for tests only, given to a constant that is named for them, or the example of a description.</summary>
    /// <remarks>Source: The Rust Programming Language, 11.3 "Test Organization".</remarks>
    public static bool IsForTests(SourceFile file, int at)
    {
        var tests = file.Name.EndsWith(".rs", StringComparison.Ordinal) ? file.Text.IndexOf(RustTests, StringComparison.Ordinal) : -1;
        return (tests >= 0 && tests < at && OpensModule(file.Text, tests + RustTests.Length))
            || WordBefore(file.Text, at).StartsWith("TEST_", StringComparison.Ordinal)
            || ApiDescription.IsExample(file, at)
            || IsExampleOfSchema(file, at);
    }

    /// <summary>Code that describes an interface gives it as an example: <c>insert("example", …)</c>, <c>example = "…"</c>, the key in this line or alone in the one above.</summary>
    private static bool IsExampleOfSchema(SourceFile file, int at)
    {
        var line = file.Lines.LineAt(at);
        var before = file.Text[file.Lines.StartOf(line)..at];
        return ExampleKey().IsMatch(before) || (line > 1 && ExampleKey().IsMatch(file.Lines.TextOf(line - 1).TrimStart()));
    }

    [GeneratedRegex(
        """^\s*["']?examples?["']?(\.to_string\(\)|\.into\(\)|\.to_owned\(\))?\s*[:=,]|["']examples?["'](\.to_string\(\))?\s*[:=,]|\bexamples?\s*=""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex ExampleKey();

    /// <summary>The address beside it, in the same lines without a gap or a bracket, is one of a sandbox.</summary>
    public static bool IsOfSandbox(SourceFile file, int at)
    {
        var line = file.Lines.LineAt(at);
        return Around(file, line, -1).Concat(Around(file, line, 1)).Any(text => SandboxHosts.Any(host => IsIn(text, host)));
    }

    /// <summary>A client of an issuer that runs on the same machine, by the address beside it: <c>issuer-uri: http://localhost:9090/realms/shop</c>.</summary>
    public static bool IsOfLocalIssuer(SourceFile file, int at)
    {
        var line = file.Lines.LineAt(at);
        return ClientWords.Any(word => file.Lines.TextOf(line).Contains(word, StringComparison.OrdinalIgnoreCase))
            && Around(file, line, -1).Concat(Around(file, line, 1)).Any(IsLocalIssuer);
    }

    /// <summary>A kubeconfig whose clusters all run on its user's machine.</summary>
    public static bool IsOfLocalCluster(SourceFile file)
    {
        var servers = file
            .Text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("server: https://", StringComparison.Ordinal))
            .ToList();
        return servers.Count > 0
            && servers.TrueForAll(server => LocalServers.Any(local => server.StartsWith(local, StringComparison.Ordinal)));
    }

    private static bool IsLocalIssuer(string text) =>
        LoopbackHosts.Any(host => text.Contains(host, StringComparison.Ordinal))
        && IssuerWords.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(string text, string host) =>
        text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme
        && text.AsSpan(scheme) is var address
        && (address[3..].IndexOfAny("/\"' ") is >= 0 and var end ? address[..(end + 3)] : address).Contains(
            host,
            StringComparison.OrdinalIgnoreCase
        );

    private static IEnumerable<string> Around(SourceFile file, int line, int step)
    {
        for (var next = line + step; next > 0 && next <= file.Lines.Count && Math.Abs(next - line) <= MostLines; next += step)
        {
            var text = file.Lines.TextOf(next).Trim();
            if (text.Length == 0 || text.AsSpan().ContainsAny("{}[]"))
            {
                yield break;
            }

            yield return text;
        }
    }

    private static bool OpensModule(string text, int at) => text.AsSpan(at).TrimStart() is ['m', 'o', 'd', ' ', ..];

    /// <summary>The first name of the line that is written in capitals: <c>const TEST_KEY: &amp;str = "…"</c>.</summary>
    private static string WordBefore(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var words = text[start..at].Split([' ', '\t', ':', '=', '"', '\'', '('], StringSplitOptions.RemoveEmptyEntries);
        return words.FirstOrDefault(word =>
                word.Length > 3 && word.All(letter => letter is '_' || char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter))
            ) ?? "";
    }
}
