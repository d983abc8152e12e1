using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Workflows that lie where GitHub does not look, held against those that it reads.</summary>
internal static class UnreadWorkflows
{
    private static readonly string[] PathInputs = ["context", "file", "working-directory", "cache-dependency-path", "path"];

    private static readonly string[] Licences = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "COPYING"];

    public static IReadOnlyList<UnreadWorkflow> Link(Deployment deployment)
    {
        var misplaced = deployment.Of<MisplacedWorkflow>().Where(found => !IsOfAnother(deployment.Tree, found.Owner)).ToList();
        if (misplaced.Count == 0)
        {
            return [];
        }

        WorkflowPipelines pipelines = new(deployment);
        var read = deployment.Of<Workflow>();
        var done = read.SelectMany(workflow => IntentsOf(pipelines, workflow)).ToHashSet();
        return
        [
            .. from found in misplaced
            let all = IntentsOf(pipelines, found.Content).Distinct().ToList()
            let platform = all.Contains(StepIntent.Deploy) ? PlatformOf(deployment, found.Owner) : null
            let intents = all.Where(intent => intent != StepIntent.Deploy || platform is null).ToList()
            select new UnreadWorkflow(found, intents)
            {
                WrittenForRootAt = WrittenForRoot(deployment.Tree, found),
                Namesake = read.FirstOrDefault(workflow => workflow.File.Name == found.File.Name),
                Twin = read.FirstOrDefault(workflow => workflow.File.Name != found.File.Name && IsTwin(workflow, found.Content)),
                DeployedBy = platform,
                Undone = [.. intents.Where(intent => !done.Contains(intent))],
            },
        ];
    }

    /// <summary>A file by which a platform takes what is pushed; <c>autoDeploy: false</c> leaves it to others.</summary>
    /// <remarks>Source: Render Docs, "Blueprint YAML Reference", autoDeployTrigger; Vercel Docs, "Deploying Git Repositories"; Netlify Docs, "Git workflows".</remarks>
    private static SourceFile? PlatformOf(Deployment deployment, string owner) =>
        deployment
            .Of<RenderBlueprint>()
            .FirstOrDefault(blueprint => blueprint.Services.Any(service => service.AutoDeploy?.Value is not ("false" or "no" or "off")))
            ?.File
        ?? deployment
            .Of<VercelConfig>()
            .Select(config => config.File)
            .Concat(deployment.Of<NetlifyConfig>().Select(config => config.File))
            .FirstOrDefault(file => file.Directory == owner);

    private static bool IsTwin(Workflow read, Workflow found) =>
        (found.Name?.Value is { Length: > 0 } name && read.Name?.Value == name)
        // "${{ github.workflow }}" is another group in each of them.
        || (
            found.Concurrency?.Group?.Raw is { Length: > 0 } group
            && !group.Contains("github.workflow", StringComparison.Ordinal)
            && char.IsLetter(group[0])
            && read.Concurrency?.Group?.Raw == group
        );

    // What has a licence of its own was taken over whole, with all that its own repository has.
    private static bool IsOfAnother(RepositoryTree tree, string owner) =>
        owner.Length > 0
        && RepositoryPath
            .Ancestors(owner)
            .Where(directory => directory.Length > 0)
            .Any(directory => Array.Exists(Licences, name => tree.HasFile($"{directory}/{name}")));

    private static IEnumerable<StepIntent> IntentsOf(WorkflowPipelines pipelines, Workflow workflow) =>
        pipelines.Pipeline(workflow).Jobs.SelectMany(job => job.Steps).SelectMany(step => step.Intents);

    private static SourceSpan? WrittenForRoot(RepositoryTree tree, MisplacedWorkflow found) =>
        Paths(found.Content)
            .Where(path => IsOnlyFromRoot(tree, found.Owner, path.Value))
            .Select(path => (SourceSpan?)path.Span)
            .FirstOrDefault();

    private static IEnumerable<Fact<string>> Paths(Workflow workflow) =>
        workflow
            .Triggers.SelectMany(trigger => trigger.Paths ?? [])
            .Select(filter => filter with { Value = new FilterPattern(filter.Value).LiteralPrefix.TrimEnd('/') })
            .Concat(
                from step in workflow.Jobs.SelectMany(job => job.Steps)
                from template in step
                    .With.Where(input => PathInputs.Contains(input.Name))
                    .Select(input => input.Value)
                    .Append(step.WorkingDirectory)
                where template?.Literal is not null
                select new Fact<string>(template.Raw.Trim(), template.Span)
            )
            .Concat(
                from step in workflow.Jobs.SelectMany(job => job.Steps)
                from command in step.Run?.Commands ?? []
                from word in command.Words.Skip(1)
                where word.Literal is { } text && (text.Contains('/', StringComparison.Ordinal) || command.Words[0].Literal == "cd")
                select new Fact<string>(word.Literal ?? "", word.Span)
            );

    private static bool IsOnlyFromRoot(RepositoryTree tree, string owner, string path) =>
        owner.Length > 0
        && RepositoryPath.Join("", path) is { Length: > 0 } fromRoot
        && tree.Has(fromRoot)
        && !tree.Has($"{owner}/{fromRoot}");
}
