using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A cluster that a command creates with a release that still serves an API.</summary>
/// <param name="Release">Its release: <c>1.14</c>.</param>
internal sealed partial record OlderCluster(SourceSpan Place, string Release)
{
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal)
    {
        "minikube",
        "kind",
        "k3d",
        "eksctl",
        "gcloud",
        "az",
        "kops",
        "kubeadm",
    };

    public static OlderCluster? Of(Deployment deployment, RemovedApi api) => Before(api.RemovedIn, deployment);

    public static OlderCluster? Before(string release, Deployment deployment) =>
        deployment
            .Commands.Where(site => Makers.Contains(site.Command.Program))
            .Select(site => new { site.Span, Match = ReleaseGiven().Match(site.Command.Text) })
            .Where(pair => pair.Match.Success && Minor(pair.Match.Groups["release"].Value) < Minor(release))
            .Select(pair => new OlderCluster(pair.Span, pair.Match.Groups["release"].Value))
            .FirstOrDefault();

    private static int Minor(string release) =>
        int.Parse(release.AsSpan(release.IndexOf('.', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"--(kubernetes-version|cluster-version|image|version)[= ]\S*?\bv?(?<release>1\.\d{1,2})\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex ReleaseGiven();
}
