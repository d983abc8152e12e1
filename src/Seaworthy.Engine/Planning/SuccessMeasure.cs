using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Planning;

/// <summary>What tells whether the deployment serves its users, with a value to begin with. Proposed where the repository names no objective of its own.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Target">The value to begin with.</param>
/// <remarks>Sources: Google, "Site Reliability Engineering", Service Level Objectives; DORA, software delivery metrics.</remarks>
public sealed record SuccessMeasure(string What, string Target)
{
    // "SLOs", "SLO: 99.9 %"; "service-level objectives" in letters.
    private const string Abbreviation = "SLO";
    private const string InLetters = "level objective";

    // Both in one search, which native code does many letters at a time: that of a text without regard to case goes letter by letter there.
    private static readonly SearchValues<string> Names = SearchValues.Create([Abbreviation, InLetters], StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<SuccessMeasure> Of(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return !deployment.Scale.IsDeployed || NamesItsOwn(deployment)
            ? []
            :
            [
                .. Answering(deployment),
                .. Keeping(deployment),
                new SuccessMeasure("Deployments that fail in production", "at most 15 in 100"),
                new SuccessMeasure("Time to the release before, when a deployment fails", "at most 10 minutes"),
            ];
    }

    /// <summary>An objective stands in a document or in what watches, hardly ever in source: which most of the text of a repository is.</summary>
    private static bool NamesItsOwn(Deployment deployment) =>
        deployment
            .Artifacts.Select(artifact => artifact.File)
            .Distinct()
            .Except(deployment.Of<CodeFile>().Select(code => code.File))
            .Any(file => NamesOne(file.Text));

    private static bool NamesOne(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Names); at >= 0; at = text.IndexOfAny(Names))
        {
            if (text[at] is 'l' or 'L' || text[(at + Abbreviation.Length)..] is [' ' or 's' or 'S' or ':', ..])
            {
                return true;
            }

            text = text[(at + Abbreviation.Length)..];
        }

        return false;
    }

    private static IEnumerable<SuccessMeasure> Answering(Deployment deployment) =>
        deployment.Workloads.Any(workload => workload is { Public: null, Listens.Ports.Count: > 0 })
            ?
            [
                new SuccessMeasure("Requests answered without an error of the server", "99.9 % in 30 days"),
                new SuccessMeasure("Time in which 95 of 100 requests are answered", "at most 200 ms"),
            ]
            : [];

    private static IEnumerable<SuccessMeasure> Keeping(Deployment deployment) =>
        deployment.Capabilities.Any(capability => capability.Kind == CapabilityKind.StoreBackup)
            ?
            [
                new SuccessMeasure("Data lost at most when a store is lost", "24 hours: the age of the last backup"),
                new SuccessMeasure("Time to restore a store, tried each quarter", "at most 4 hours"),
            ]
            : [];
}
