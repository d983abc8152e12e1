using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether something proposes newer versions of what the software depends on.</summary>
internal static class DependencyUpdates
{
    // What raises versions, whatever a manifest's ranges allow.
    private static readonly string[] Raises =
    [
        "go get -u",
        "npm update",
        "npm-check-updates",
        "ncu -u",
        "yarn upgrade",
        "yarn up ",
        "pnpm update",
        "pnpm up ",
        "pip-compile --upgrade",
        "pip-compile -U",
        "poetry update",
        "uv lock --upgrade",
        "cargo update",
        "composer update",
        "bundle update",
        "dotnet outdated",
    ];

    private const int MostIncludes = 8;

    private static readonly string[] Proposals = ["create-pull-request", "gh pr create"];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var manifests = parts
            .Servers.SelectMany(server => server.Manifests)
            .OfType<Manifest>()
            .Where(manifest => manifest.Dependencies.Count > 0 && !TakesNewest(manifest, parts.Deployment))
            .ToList();
        if (!parts.Scale.IsDeployed || manifests.Count == 0)
        {
            yield break;
        }

        var found = Evidence(parts).Take(2).ToList();
        yield return new Capability(
            CapabilityKind.DependencyUpdates,
            found.Count > 0 ? CapabilityLevel.Present : CapabilityLevel.Absent,
            "the repository",
            manifests[0].File.Whole
        )
        {
            Evidence = found,
            Wanting = [.. manifests.Select(manifest => new Fact<string>(manifest.File.Path, manifest.File.Whole))],
        };
    }

    /// <summary>Nothing in it, or in what it includes, holds a version back (<c>flask&gt;=3.0</c>): each build takes the newest, and there is nothing to raise.</summary>
    private static bool TakesNewest(Manifest manifest, Deployment deployment, int depth = 0) =>
        manifest is Requirements requirements
        && depth < MostIncludes
        && requirements.Dependencies.All(dependency =>
            dependency is { Source: DependencySource.Registry, Range: null or ['>', ..] }
            && dependency.Range?.Contains('<', StringComparison.Ordinal) is not true
        )
        && requirements.Includes.All(include =>
            !include.IsConstraint
            && RepositoryPath.Join(requirements.File.Directory, include.Path) is { } path
            && deployment.At<Requirements>(path) is { } included
            && TakesNewest(included, deployment, depth + 1)
        );

    private static IEnumerable<Fact<string>> Evidence(DeployedParts parts) =>
        parts
            .Deployment.Of<DependabotConfiguration>()
            .Select(file => new Fact<string>(file.File.Path, file.File.Whole))
            .Concat(parts.Signs.Updates is { } other ? [new Fact<string>(other.File.Path, other)] : [])
            .Concat(
                parts
                    .Deployment.Of<Workflow>()
                    .Where(ProposesByTheClock)
                    .Select(workflow => new Fact<string>(workflow.File.Path, workflow.File.Whole))
            )
            .Concat(
                WordSearch.First(parts.Deployment.Of<Workflow>().Select(workflow => workflow.File), ["renovate", "dependabot"]) is { } word
                    ? [new Fact<string>(word.File.Path, word)]
                    : []
            );

    /// <summary>A workflow that raises versions by the clock, and opens a pull request with them.</summary>
    private static bool ProposesByTheClock(Workflow workflow) =>
        workflow.Trigger("schedule") is not null
        && WordSearch.First([workflow.File], Raises) is not null
        && WordSearch.First([workflow.File], Proposals) is not null;
}
