using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>GitLab's files to one pipeline: jobs of every file, with what they take from templates and defaults.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", extends, default and stages.</remarks>
internal sealed class GitLabPipelines
{
    private static readonly string[] DefaultStages = ["build", "test", "deploy"];

    private readonly GitLabPipeline main;
    private readonly Dictionary<string, GitLabJob> jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stageNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<string>> jobsOfStage = [];
    private readonly GitLabTemplates<IReadOnlyList<ShellCommand>> before;
    private readonly GitLabTemplates<IReadOnlyList<ShellCommand>> script;
    private readonly GitLabTemplates<IReadOnlyList<ShellCommand>> after;
    private readonly GitLabTemplates<IReadOnlyList<GitLabNeed>> neededJobs;
    private readonly GitLabTemplates<Fact<string>> stageNames;
    private readonly GitLabTemplates<Fact<string>> environments;
    private readonly GitLabTemplates<GitLabJob> images;
    private readonly GitLabTemplates<GitLabJob> choosing;
    private readonly bool choosesPipelines;

    private GitLabPipelines(GitLabPipeline main, IReadOnlyList<GitLabPipeline> files)
    {
        this.main = main;
        foreach (var job in files.Prepend(main).SelectMany(file => file.Jobs))
        {
            jobs.TryAdd(job.Name, job);
        }

        before = new(Find, job => job.BeforeScript);
        script = new(Find, job => job.Script);
        after = new(Find, job => job.AfterScript);
        neededJobs = new(Find, job => job.Needs);
        stageNames = new(Find, job => job.Stage);
        environments = new(Find, job => job.EnvironmentName);
        images = new(Find, job => job.Image is null ? null : job);
        choosing = new(Find, job => Chooses(job) ? job : null);
        // A file that is not here may hold anything.
        choosesPipelines =
            files.Prepend(main).Any(file => file.ChoosesPipelines)
            || files.Prepend(main).SelectMany(file => file.Includes).Any(include => !IsRead(include, files));
        List<string> stages = main.Stages.Count > 0 ? [.. main.Stages.Select(stage => stage.Value)] : [.. DefaultStages];
        stages.Insert(0, ".pre");
        stages.Add(".post");
        foreach (var (number, stage) in stages.Index())
        {
            stageNumbers.TryAdd(stage, number);
        }

        foreach (var job in jobs.Values.Where(job => !job.IsHidden))
        {
            var stage = StageOf(job);
            (jobsOfStage.TryGetValue(stage, out var list) ? list : jobsOfStage[stage] = []).Add(job.Name);
        }
    }

    public static IEnumerable<Pipeline> Of(IReadOnlyList<GitLabPipeline> files) =>
        files.FirstOrDefault(file => file.File.Path == ".gitlab-ci.yml") is { } main
            ? [new GitLabPipelines(main, [.. files.Where(file => !ReferenceEquals(file, main))]).Pipeline()]
            : [];

    private Pipeline Pipeline() => new("GitLab CI", main, [.. jobs.Values.Where(job => !job.IsHidden).Select(Job)]);

    private PipelineJob Job(GitLabJob job)
    {
        List<ShellCommand> commands =
        [
            .. before.Inherited(job) ?? main.Default?.BeforeScript ?? [],
            .. script.Inherited(job) ?? [],
            .. after.Inherited(job) ?? main.Default?.AfterScript ?? [],
        ];
        var holder = images.Inherited(job) ?? main.Default;
        var step = PipelineSteps.Of(job.Name, [], commands, job.Span);
        return new PipelineJob(job.Name, Needs(job), [step], job.Span)
        {
            DeploysTo = environments.Inherited(job),
            Image = holder?.Image,
            KeepsEntrypoint = holder is { Image: not null, ReplacesEntrypoint: false },
            AnyBranchAt = IsOfAnyBranch(job) ? job.Span : null,
        };
    }

    private bool IsOfAnyBranch(GitLabJob job) =>
        !choosesPipelines
        && choosing.Inherited(job) is null
        && (neededJobs.Inherited(job) ?? []).All(need => Find(need.Job) is { } needed && choosing.Inherited(needed) is null);

    private static bool Chooses(GitLabJob job) =>
        job.Rules is not null || job.Only is not null || job.Except is not null || job.When is { Value: not ("on_success" or "always") };

    private static bool IsRead(GitLabInclude include, IReadOnlyList<GitLabPipeline> files) =>
        include.Kind == "local" && files.Any(file => file.File.Path == include.Location.Value.TrimStart('/'));

    // Without "needs" a job waits for the stage before its own, which waits for those before it.
    private IReadOnlyList<string> Needs(GitLabJob job)
    {
        if (neededJobs.Inherited(job) is { } needs)
        {
            return [.. needs.Where(need => !need.IsForeign).Select(need => need.Job)];
        }

        for (var stage = StageOf(job) - 1; stage >= 0; stage--)
        {
            if (jobsOfStage.TryGetValue(stage, out var before))
            {
                return before;
            }
        }

        return [];
    }

    private int StageOf(GitLabJob job) => stageNumbers.GetValueOrDefault(stageNames.Inherited(job)?.Value ?? "test", -1);

    private GitLabJob? Find(string name) => jobs.GetValueOrDefault(name);
}
