using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>What GitLab refuses in a pipeline, as far as one file tells; with includes, what is missing here may be there.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", needs, dependencies, extends and stages.</remarks>
internal static class GitLabChecks
{
    private static readonly string[] DefaultStages = ["build", "test", "deploy"];

    public static void Check(GitLabPipeline pipeline, ICollection<Problem> problems)
    {
        // A file of its own kind of place (not the main one) is a part of another.
        if (pipeline.Includes.Count > 0 || pipeline.File.Path != ".gitlab-ci.yml")
        {
            return;
        }

        var jobs = pipeline.Jobs.Select(job => job.Name).ToHashSet(StringComparer.Ordinal);
        HashSet<string> stages =
        [
            ".pre",
            ".post",
            .. pipeline.Stages.Count > 0 ? pipeline.Stages.Select(stage => stage.Value) : DefaultStages,
        ];
        foreach (var job in pipeline.Jobs)
        {
            foreach (var parent in job.Extends.Where(parent => !jobs.Contains(parent.Value)))
            {
                Report(problems, $"Job '{job.Name}' extends an unknown job '{parent.Value}'", parent, jobs);
            }

            foreach (
                var need in (job.Needs ?? []).Where(need =>
                    !need.IsForeign && !need.IsOptional && IsPlain(need.Job) && !jobs.Contains(need.Job)
                )
            )
            {
                Report(problems, $"Job '{job.Name}' needs an unknown job '{need.Job}'", new Fact<string>(need.Job, need.Span), jobs);
            }

            foreach (var dependency in (job.Dependencies ?? []).Where(found => IsPlain(found.Value) && !jobs.Contains(found.Value)))
            {
                Report(problems, $"Job '{job.Name}' takes artifacts from an unknown job '{dependency.Value}'", dependency, jobs);
            }

            if (!job.IsHidden && job.Stage is { } stage && IsPlain(stage.Value) && !stages.Contains(stage.Value))
            {
                Report(problems, $"Job '{job.Name}' is in an unknown stage '{stage.Value}'", stage, stages);
            }
        }
    }

    private static bool IsPlain(string text) => !text.Contains('$', StringComparison.Ordinal);

    private static void Report(ICollection<Problem> problems, string message, Fact<string> word, IEnumerable<string> known)
    {
        var meant = NearMiss.Of(word.Value, known.Take(200));
        var hint = NearMiss.Hint(meant);
        problems.Add(new Problem(ProblemKind.InvalidValue, message + hint, word.Span) { Remedy = NearMiss.Remedy(word.Value, meant) });
    }
}
