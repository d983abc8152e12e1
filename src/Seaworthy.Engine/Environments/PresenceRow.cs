using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>Where a service runs, and where it does not.</summary>
internal sealed class PresenceRow(Deployment deployment)
{
    // What developers run beside the program.
    private static readonly HashSet<string> ForDevelopers = new(StringComparer.OrdinalIgnoreCase)
    {
        "dev",
        "debug",
        "test",
        "tests",
        "e2e",
        "mock",
        "mocks",
        "seed",
        "seeder",
        "docs",
        "storybook",
        "playwright",
        "cypress",
        "tools",
        "watch",
        "admin",
        "demo",
        "simulator",
    };

    // What platforms for pages serve, often without a word in the repository.
    private static readonly HashSet<string> OfBrowsers = new(StringComparer.Ordinal)
    {
        "vite",
        "next",
        "react",
        "react-scripts",
        "vue",
        "nuxt",
        "svelte",
        "sveltekit",
        "angular",
        "astro",
        "gatsby",
        "remix",
    };

    public MatrixRow? Of(IReadOnlyList<Sighting> sightings)
    {
        if (sightings.All(sighting => sighting.Workload is not null))
        {
            return null;
        }

        var cells = sightings.Select(sighting => sighting.Cell(_ => ("runs", null))).ToList();
        var missing = sightings.FirstOrDefault(sighting => sighting.IsRelied && sighting.Workload is null);
        var there = sightings.Select(sighting => sighting.Workload).OfType<Workload>().First();
        return missing is not null && IsMissed(missing.Column, there)
            ? new MatrixRow(
                Aspect.Presence,
                "",
                cells,
                Difference.Drift,
                $"it is built from this repository, and nothing here runs it in {missing.Column.Name}"
            )
            : new MatrixRow(Aspect.Presence, "", cells, Difference.Intended, "");
    }

    /// <summary>A lasting service of the repository's own, whose source nobody else runs for those who rely on it.</summary>
    private bool IsMissed(MatrixColumn column, Workload workload) =>
        workload is { Image.IsForDevelopment: false, IsOneShot: false, Profiles.Count: 0, Components.Count: > 0 }
        && !workload.Name.Split('-', '_').Any(ForDevelopers.Contains)
        && !workload.Components.Any(component =>
            component.IsStaticSite || component.Frameworks.Overlaps(OfBrowsers) || GoesElsewhere(component)
        )
        && column.Workloads.Any(other => other.Components.Count > 0)
        && !column.Workloads.Any(other => other.Components.Any(workload.Components.Contains))
        && !IsCommentedOut(column, workload.Name)
        // What is pulled under a name of its own may hold any source.
        && column.Workloads.All(other => other.Components.Count > 0 || other.Image is not null || other.Public is not null);

    private static bool IsCommentedOut(MatrixColumn column, string name) =>
        column
            .Targets.SelectMany(target => target.Files)
            .Any(file =>
                file.Text.Contains($"# {name}:", StringComparison.Ordinal) || file.Text.Contains($"#{name}:", StringComparison.Ordinal)
            );

    private bool GoesElsewhere(Component component) =>
        deployment.Workloads.Where(workload => workload.Kind != TargetKind.Compose).Any(workload => workload.Components.Contains(component))
        || deployment.Artifacts.Any(artifact =>
            artifact is VercelConfig or NetlifyConfig or RenderBlueprint or RailwayConfig or AppEngineConfig or HerokuManifest
        );
}
