using System.Buffers.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The data of a Secret is not base64, often because of a placeholder.</summary>
internal sealed class SecretDataNotBase64 : Rule<KubernetesSecret>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/secret-data-not-base64",
            Title = "Secret data not base64",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            Rationale = "The API server rejects the Secret, and every pod that needs it waits forever.",
            Holds = "Every value in `data` is base64.",
        };

    public override IEnumerable<KubernetesSecret> Subjects(Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .OfType<KubernetesSecret>()
            .Where(secret => secret is { IsEncrypted: false, Data.Count: > 0 });

    protected override Subject Identify(KubernetesSecret subject) =>
        new($"Secret {subject.Name?.Value}", subject.Name?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(KubernetesSecret subject, Deployment deployment)
    {
        var wrong = subject.Data.Where(pair => pair.Value is { } value && !IsBase64(value.Value)).ToList();
        if (wrong.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", wrong.Select(pair => pair.Key));
        // Placeholders that a step replaces before it is applied (${NAME}, {{ name }}) are no mistake.
        var isFilledIn = wrong.TrueForAll(pair => IsHole(pair.Value?.Value ?? ""));
        var verdict =
            isFilledIn
                ? Unknown(wrong[0].Span, $"Not checked: {names} of Secret {subject.Name?.Value}, filled in before the file is applied.")
            : wrong.TrueForAll(pair => SecretNames.IsPlaceholder(pair.Value?.Value ?? "") || IsName(pair.Value?.Value ?? ""))
                ? Warn(
                        wrong[0].Span,
                        $"{names} in `data` of Secret {subject.Name?.Value} {(wrong.Count == 1 ? "is a placeholder" : "are placeholders")} and not base64."
                    )
                    .As(Severity.High)
            : Fail(wrong[0].Span, $"{names} in `data` of Secret {subject.Name?.Value} {(wrong.Count == 1 ? "is" : "are")} not base64.");
        yield return verdict
            .Related(wrong.Skip(1).Select(pair => pair.Span))
            .Remedy($"Move the value to `stringData`, or encode it: `printf %s VALUE | base64`.")
            .Verify($"kubectl apply --dry-run=server -f {subject.Span.File.Path}");
    }

    private static bool IsBase64(string text) => Base64.IsValid(text.AsSpan());

    /// <summary>A name as a placeholder: <c>CREDENTIALS_AS_XML</c>.</summary>
    private static bool IsName(string text) =>
        text.Contains('_', StringComparison.Ordinal) && text.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_');

    private static bool IsHole(string text) =>
        text.Contains("${", StringComparison.Ordinal)
        || text.StartsWith('$')
        || text.Contains("{{", StringComparison.Ordinal)
        || (text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal))
        || text.Contains("#{", StringComparison.Ordinal)
        || text.StartsWith("<path:", StringComparison.Ordinal);
}
