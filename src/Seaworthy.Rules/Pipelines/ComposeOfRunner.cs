using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Calls of Compose 1 in jobs that move to a newer machine: the old ones had it, and no image that is served has.</summary>
/// <remarks>Source: actions/runner-images, issue 9692: docker-compose is gone from all images since July 2024.</remarks>
internal static class ComposeOfRunner
{
    private const string Program = "docker-compose";

    /// <summary>A sentence with a space before it; empty where nobody calls it, or a step installs it.</summary>
    public static string Besides(IEnumerable<WorkflowJob> jobs)
    {
        var places = jobs.Distinct()
            .Select(job => job.Steps.SelectMany(step => step.Run?.Commands ?? []).ToList())
            .Where(commands =>
                !commands.Exists(command =>
                    command.Program != Program && command.Words.Any(word => word.Raw.Contains(Program, StringComparison.Ordinal))
                )
            )
            .SelectMany(commands => commands.Where(command => command.Program == Program))
            .Select(command => command.Span)
            .ToList();
        return places.Count > 0
            ? $" Write `docker compose` for `{Program}` in {PlaceList.Of(places)}: newer images have no Compose 1."
            : "";
    }
}
