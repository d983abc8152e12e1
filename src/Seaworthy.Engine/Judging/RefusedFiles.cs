using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// Files whose text breaks off: what stands behind the fault was not read, so what seems to lack there may be there. The fault itself is reported, and what does not depend on the
/// rest of the file: a path that it names and nobody has.
/// </summary>
internal sealed class RefusedFiles(Deployment deployment)
{
    private const string By = "broken file";

    private static readonly HashSet<string> OfWhatIsWritten = new(StringComparer.Ordinal)
    {
        "containers/build-context-missing",
        "containers/dockerfile-missing",
        "orchestration/bind-source-missing",
        "orchestration/env-file-missing",
        "pipelines/script-missing",
        "pipelines/working-directory-missing",
    };

    private readonly Dictionary<string, Problem> faults = deployment
        .Artifacts.SelectMany(artifact => artifact.Problems, (artifact, problem) => new { artifact, problem })
        .Where(found =>
            found.problem.Kind == ProblemKind.ConflictMarker
            || (found.problem.Kind == ProblemKind.Syntax && found.artifact is ComposeFile or KubernetesManifest or Workflow)
            || (found.problem.Kind == ProblemKind.Syntax && MergeConflict.In(found.problem.Span.File) is not null)
        )
        .Select(found => found.problem)
        .GroupBy(problem => problem.Span.File.Path, StringComparer.Ordinal)
        .ToDictionary(problems => problems.Key, problems => problems.First(), StringComparer.Ordinal);

    // Written for a release of Compose that took services from the top level, and much else in another sense.
    private readonly HashSet<string> legacy = [.. deployment.Of<ComposeFile>().Where(file => file.IsLegacy).Select(file => file.File.Path)];

    public Verdict Weigh(Verdict verdict) =>
        verdict.Outcome is not (Outcome.Fail or Outcome.Warn)
        || verdict.Rule.Area == Area.Secrets
        || verdict.Rule.Id == "files/invalid-file"
            ? verdict
        : legacy.Contains(verdict.Locations[0].Span.File.Path)
            ? verdict.LeftOpen(By, "The file is of version 1 of the format, which Compose refuses today and read otherwise.")
        : !OfWhatIsWritten.Contains(verdict.Rule.Id) && faults.TryGetValue(verdict.Locations[0].Span.File.Path, out var fault)
            ? verdict.LeftOpen(By, $"{fault.Span} breaks the file off, so what follows was not read.")
        : verdict;
}
