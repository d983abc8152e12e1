using System.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A Secret's value ends with the line break that <c>echo</c> added.</summary>
internal sealed class LineBreakInSecret : Rule<KubernetesSecret>
{
    private const int Longest = 1000;

    private static readonly string[] FileKeys = ["known_hosts", "authorized_keys", "netrc", "htpasswd"];

    // Lines of known_hosts, authorized_keys and password files, which are read line by line.
    private static readonly string[] MarksOfFiles =
    [
        "ssh-rsa AAAA",
        "ssh-ed25519 AAAA",
        "ecdsa-sha2-",
        ":$apr1$",
        ":$2y$",
        ":$2a$",
        ":{SHA}",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/line-break-in-secret",
            Title = "Trailing line break in Secret",
            Area = Area.Secrets,
            Severity = Severity.High,
            Rationale = "The line break becomes part of the password, user or address, so logins fail and no log shows why.",
            Holds = "No single-line value under data ends with a line break.",
        };

    public override IEnumerable<KubernetesSecret> Subjects(Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .OfType<KubernetesSecret>()
            .Where(secret => !secret.IsEncrypted && secret.Data.Any(pair => Decoded(pair.Value) is not null));

    protected override Subject Identify(KubernetesSecret subject) =>
        new($"Secret {subject.Name?.Value}", subject.Name?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(KubernetesSecret subject, Deployment deployment)
    {
        var broken = subject.Data.Where(pair => IsBroken(pair.Key, Decoded(pair.Value))).ToList();
        if (broken.Count > 0)
        {
            yield return Warn(
                    broken[0].Span,
                    $"{string.Join(", ", broken.Select(pair => pair.Key))} of Secret {subject.Name?.Value} {(broken.Count == 1 ? "ends" : "end")} with a line break, which becomes part of the value."
                )
                .Related(broken.Skip(1).Select(pair => pair.Span))
                .Remedy("Encode it without one: `printf %s VALUE | base64`, or write it under `stringData`.")
                .Verify(
                    $"kubectl create --dry-run=client -f {subject.Span.File.Path} -o jsonpath='{{.data.{broken[0].Key}}}' | base64 -d | od -c | tail -2   # must not end with \\n"
                );
        }
    }

    /// <summary>Files may end with a line break: keys with a file extension, multi-line values, and single lines of a line-based file.</summary>
    private static bool IsBroken(string key, string? value) =>
        value is { Length: > 1 }
        && value.EndsWith('\n')
        && value.AsSpan(0, value.Length - 1).TrimEnd('\r').IndexOf('\n') < 0
        && !key.Contains('.', StringComparison.Ordinal)
        && value[0] is not ('{' or '[')
        && !FileKeys.Contains(key, StringComparer.OrdinalIgnoreCase)
        && !Array.Exists(MarksOfFiles, mark => value.Contains(mark, StringComparison.Ordinal));

    private static string? Decoded(Fact<string>? value)
    {
        if (value is not { Value: { Length: > 0 and < Longest } text })
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Longest];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes[..count]) : null;
    }
}
