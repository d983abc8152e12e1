using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A repository deploys by its own commands and has no rollback.</summary>
internal sealed class NoRollback : Rule<IReadOnlyList<Replacement>>
{
    private static readonly HashSet<string> VersionWords =
    [
        "tag",
        "version",
        "sha",
        "image",
        "docker",
        "release",
        "git",
        "commit",
        "app",
        "deploy",
        "target",
        "backend",
        "frontend",
        "api",
        "web",
        "to",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/no-rollback",
            IsPractice = true,
            Title = "No rollback",
            Area = Area.Pipelines,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "After a bad release, somebody has to work out a rollback while users wait.",
            Holds = "A script or pipeline restores the previous version.",
        };

    public override IEnumerable<IReadOnlyList<Replacement>> Subjects(Deployment deployment) =>
        Replacement.All(deployment).ToList() is { Count: > 0 } replacing ? [replacing] : [];

    protected override Subject Identify(IReadOnlyList<Replacement> subject) => new(subject[0].Pipeline.File.Name, subject[0].Place);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Replacement> subject, Deployment deployment)
    {
        var pipelines = subject.Select(replacement => replacement.Pipeline).ToList();
        var hasOne =
            deployment.Pipelines.Any(pipeline =>
                pipeline.Jobs.Any(job => SaysRollback(job.Id) || job.Steps.Any(step => step.Intents.Contains(StepIntent.RollBack)))
            )
            || deployment
                .Of<ShellScript>()
                .Any(script =>
                    SaysRollback(script.File.Name)
                    || script.Functions.Any(function => SaysRollback(function.Value))
                    || script.Commands.Any(AsksForRollback)
                )
            || deployment.Of<TaskFile>().Any(file => file.Tasks.Any(task => SaysRollback(task.Name.Value)))
            || deployment.Of<Workflow>().Any(workflow => SaysRollback(workflow.File.Name))
            || deployment.Of<Document>().Any(document => document.Commands.Any(GoesBack) || WayBack.IsToldIn(document))
            || deployment.Commands.Any(site => AsksScript(site.Command))
            || pipelines.Any(TakesVersion)
            // By whatever means it deploys.
            || DeployingPipeline.Steps(deployment).Any(deploying => deploying.Pipeline.Declared is Workflow && TakesVersion(deploying))
            || deployment.Of<CommandPipeline>().Any(AsksForVersion)
            || deployment.Of<Workflow>().Any(workflow => IsStartedForTag(workflow, pipelines))
            || deployment.Artifacts.Any(artifact => artifact is CodeFile or TerraformFile && WayBack.IsTakenByEcs(artifact.File))
            || pipelines.Any(pipeline => WayBack.IsTakenIn(pipeline.File));
        if (!hasOne)
        {
            yield return Warn(subject[0].Place, $"{Count(pipelines)}, but no script, task or job restores the previous version.")
                .Related(subject.Skip(1).Take(4).Select(other => other.Place))
                .Remedy(
                    subject[0].IsOfFiles
                        ? "Keep the files of each version (`releases/<commit>`, with a link to the running one), and add a script or workflow that sets the link back."
                        : "Keep the tag of the running version, and add a script or workflow that deploys it again."
                )
                .Verify($"git grep -il rollback -- '*.sh' '*.yml' '*.yaml' Makefile || git ls-files '*rollback*' | grep .");
        }
    }

    /// <summary><c>./deploy.sh rollback</c>: the deploy script can also roll back.</summary>
    private static bool AsksScript(ShellCommand command) =>
        command.Words is [{ Literal: { } program }, .., { Literal: { } asked }]
        && program.EndsWith(".sh", StringComparison.Ordinal)
        && SaysRollback(asked);

    /// <summary><c>if [ "$ROLLBACK" = "1" ]</c></summary>
    private static bool AsksForRollback(ShellCommand command) =>
        command.Program is "[" or "[[" or "test" && command.Words.Any(word => SaysRollback(word.Raw));

    /// <summary>A document names the command that rolls back.</summary>
    private static bool GoesBack(ShellCommand command) =>
        KnownCommand.Of(command).Any(known => known is KubectlCommand { Verb: "rollout undo" } or HelmCommand { Verb: "rollback" });

    /// <summary>A manual start with a version input can also deploy the previous one.</summary>
    private static bool TakesVersion(DeployingPipeline pipeline) =>
        pipeline.Pipeline.Declared switch
        {
            Workflow workflow => workflow.Trigger("workflow_dispatch") is { } byHand
                && byHand.Inputs.Any(input => IsVersion(input.Name.Split('_', '-'))),
            // What it builds itself is made of the sources of today, whatever it is called.
            ShellScript script => script.Commands.SelectMany(command => command.Assignments).Any(IsGivenVersion)
                && !pipeline.Job.Steps.Any(step => step.Intents.Any(intent => intent is StepIntent.Build or StepIntent.BuildImage)),
            _ => false,
        };

    /// <summary><c>TAG=${1:-latest}</c>, <c>TAG=${4:?which tag}</c>, <c>IMAGE_TAG="${IMAGE_TAG:-latest}"</c></summary>
    private static bool IsGivenVersion(ShellAssignment assignment) =>
        IsVersion(assignment.Name.ToLowerInvariant().Split('_'))
        && assignment.Value?.Parts is [{ Kind: ShellPartKind.Variable } given]
        && (given.Text is [>= '1' and <= '9'] || given.Text == assignment.Name);

    /// <summary>A Jenkins job that takes the version: <c>string(name: 'IMAGE_TAG')</c>.</summary>
    private static bool AsksForVersion(CommandPipeline pipeline) =>
        pipeline.System == "jenkins" && pipeline.QuotedNames.Any(name => IsVersion(name.ToLowerInvariant().Split('_', '-')));

    /// <summary>Started by hand, the workflow or one that calls it deploys the tag that is chosen, and so an older one.</summary>
    private static bool IsStartedForTag(Workflow workflow, IReadOnlyList<DeployingPipeline> deploying) =>
        workflow.Trigger("workflow_dispatch") is not null
        && workflow.SpeaksOfTags
        && deploying.Any(pipeline => pipeline.File == workflow.File || workflow.File.Mentions($"/{pipeline.File.Name}"));

    // "python-version" is not that of the product.
    private static bool IsVersion(string[] words) =>
        Array.Exists(words, word => word is "tag" or "version" or "sha" or "commit" or "revision")
        && Array.TrueForAll(words, VersionWords.Contains);

    private static string Count(IReadOnlyList<DeployingPipeline> pipelines) =>
        pipelines.Count == 1 ? $"{pipelines[0].Name} deploys" : $"{pipelines.Count} pipelines deploy";

    private static bool SaysRollback(string name) =>
        name.Contains("rollback", StringComparison.OrdinalIgnoreCase)
        || name.Contains("roll_back", StringComparison.OrdinalIgnoreCase)
        || name.Contains("roll-back", StringComparison.OrdinalIgnoreCase);
}
