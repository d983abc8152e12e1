using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Helm;
using Seaworthy.Reading.Linking.Kubernetes;

namespace Seaworthy.Reading.Applying;

/// <summary>A Helm chart as text for a cluster. The audit renders charts to know them; this is the same rendering for one namespace, where that is safe to apply.</summary>
/// <param name="Text">The manifests; null when they cannot be rendered here.</param>
/// <param name="Fault">Why not, as a clause.</param>
public sealed record ChartText(string? Text, string? Fault)
{
    /// <summary>What the audit answers by a fixed word, and Helm by chance, the clock or the cluster.</summary>
    private static readonly string[] Unsure =
    [
        "randAlphaNum",
        "randAlpha",
        "randAscii",
        "randNumeric",
        "randBytes",
        "randInt",
        "shuffle",
        "uuidv4",
        "bcrypt",
        "htpasswd",
        "derivePassword",
        "encryptAES",
        "genPrivateKey",
        "genCA",
        "genCAWithKey",
        "genSelfSignedCert",
        "genSelfSignedCertWithKey",
        "genSignedCert",
        "genSignedCertWithKey",
        "buildCustomCert",
        "lookup",
        "now",
        "ago",
        ".Files",
        "getHostByName",
    ];

    /// <summary>The chart of a stack, with the values that its name says. Null when the stack is of no chart.</summary>
    /// <param name="deployment">What was read.</param>
    /// <param name="stack">One of its stacks.</param>
    /// <param name="space">The namespace in which it is installed.</param>
    public static ChartText? Of(Deployment deployment, KubernetesStack stack, string space)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(stack);
        var rendered = deployment.All<ChartRendering>().FirstOrDefault(one => one.Stacks.Any(other => other.Name == stack.Name));
        return rendered is null ? null
            : ChartSource.Of(deployment, rendered.Chart) is { } source ? Of(deployment, rendered.Chart, stack.Name, source, space)
            : new ChartText(null, "a template of the chart could not be read");
    }

    private static ChartText Of(Deployment deployment, HelmChart chart, string name, ChartSource source, string space)
    {
        var directory = chart.File.Directory.Length == 0 ? source.Package.Name : chart.File.Directory;
        var set = ChartValueSets
            .Of(deployment, chart)
            .FirstOrDefault(set => name == (set.Name.Length == 0 ? directory : $"{directory} ({set.Name})"));
        if (set is null)
        {
            return new ChartText(null, "its values are not known");
        }

        var rendering = ChartRenderings.Rendering(source, set with { Release = set.Release with { Namespace = space } });
        return Refusal(source, set, rendering) is { } fault
            ? new ChartText(null, fault)
            : new ChartText(ManifestDocuments.Join(rendering.Documents.Select(document => document.Text + "\n")), null);
    }

    private static string? Refusal(ChartSource source, ChartValueSet set, HelmRendering rendering) =>
        rendering.Absent.Count > 0 ? $"its chart {rendering.Absent[0]} is not in the repository"
        : rendering.Fault is { } fault ? fault.Message
        : set.HasUnknownValues ? $"{set.Name} gives it values that are known only when that command runs"
        : Word(source.Package) is { } word ? $"its templates use {word}, which only Helm can answer"
        : null;

    private static string? Word(HelmPackage package) =>
        package
            .Templates.SelectMany(template => Unsure.Where(word => Says(template.Text, word)))
            .Concat(package.Charts.Select(Word).OfType<string>())
            .FirstOrDefault();

    private static bool Says(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var open = text.LastIndexOf("{{", at, StringComparison.Ordinal);
            var isInAction = open >= 0 && text.IndexOf("}}", open, StringComparison.Ordinal) > at;
            if (
                isInAction
                && text[at - 1] is ' ' or '(' or '|' or '-' or '{' or '$'
                && !(
                    at + word.Length < text.Length && (char.IsLetterOrDigit(text[at + word.Length]) || text[at + word.Length] is '-' or '"')
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
